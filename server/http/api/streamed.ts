/** Pieces as an answer: made as they are read, and no more once nobody reads. */
export function streamed(
  type: string,
  fileName: string | null,
  pieces: () => AsyncGenerator<string | Uint8Array>,
): Response {
  const encoder = new TextEncoder()
  const generator = pieces()
  const body = new ReadableStream({
    async pull(controller) {
      const { value, done } = await generator.next()
      if (done) controller.close()
      else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value)
    },
    async cancel() {
      await generator.return(undefined)
    },
  })
  const headers = new Headers({ 'content-type': type, vary: 'accept-language' })
  if (fileName) headers.set('content-disposition', `attachment; filename="${fileName}"`)
  return new Response(body, { headers })
}
