/** A private paper made on the spot, to be kept by whoever asked. */
export const fileAnswer = (bytes: Buffer | string, mediaType: string, name: string) =>
  new Response(typeof bytes === 'string' ? bytes : new Uint8Array(bytes), {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${name}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
