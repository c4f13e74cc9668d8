import { openAsBlob } from 'node:fs'
import { stat } from 'node:fs/promises'
import { AwsClient } from 'aws4fetch'
import type { FileStore } from './file-store.ts'

export type S3Options = { endpoint: string; region: string; bucket: string; key: string; secret: string }

const PATIENCE_MS = 20_000
/** And as much again for every piece of this size: a large file takes its time. */
const PIECE = 5 * 1024 * 1024

/** Any S3-compatible store; addresses in path style, which all of them answer. */
export function s3Store({ endpoint, region, bucket, key, secret }: S3Options): FileStore {
  const client = new AwsClient({
    accessKeyId: key,
    secretAccessKey: secret,
    service: 's3',
    region,
    retries: 2,
  })
  const ask = (method: string, name: string, body?: Uint8Array | Blob, size = 0) =>
    client.fetch(`${endpoint.replace(/\/$/, '')}/${bucket}/${name}`, {
      method,
      signal: AbortSignal.timeout(PATIENCE_MS * (1 + Math.ceil(size / PIECE))),
      ...(body && { body: body as Uint8Array<ArrayBuffer> | Blob }),
    })
  const refuse = (method: string, response: Response) => {
    throw new Error(`the file store answered ${response.status} to ${method}`)
  }
  return {
    async put(name, bytes) {
      const response = await ask('PUT', name, bytes)
      if (!response.ok) refuse('PUT', response)
    },
    async putFile(name, path) {
      const response = await ask('PUT', name, await openAsBlob(path), (await stat(path)).size)
      if (!response.ok) refuse('PUT', response)
    },
    async read(name) {
      const response = await ask('GET', name, undefined, 20 * PIECE)
      if (response.status === 404) return null
      if (!response.ok) refuse('GET', response)
      return response.body as ReadableStream<Uint8Array>
    },
    async get(name) {
      const response = await ask('GET', name)
      if (response.status === 404) return null
      if (!response.ok) refuse('GET', response)
      return new Uint8Array(await response.arrayBuffer())
    },
    async delete(name) {
      const response = await ask('DELETE', name)
      if (!response.ok && response.status !== 404) refuse('DELETE', response)
    },
  }
}
