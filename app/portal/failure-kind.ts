/** Not found, not allowed, or our fault: names the words of a page that fails. */
export const failureKind = (status: number) =>
  status === 404 ? 'missing' : status === 403 ? 'forbidden' : 'fault'
