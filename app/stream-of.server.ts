import { Readable } from 'node:stream'

/** Pieces as the body of an answer: made as they are read, and no more once nobody reads. */
export const streamOf = (pieces: AsyncIterable<Uint8Array>) =>
  Readable.toWeb(Readable.from(pieces, { objectMode: false })) as ReadableStream<Uint8Array>
