import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export const S3_KEYS = { key: 'CLE-DE-TEST', secret: 'secret-de-test', region: 'fr-test', bucket: 'pieces' }

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest()

/**
 * A store in path style that checks each signature by the published rules (SigV4) and refuses what
 * is not signed, too old, or signed for another body.
 */
export async function startS3() {
  const kept = new Map<string, Buffer>()
  const refused: string[] = []
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const body = Buffer.concat(pieces)
    const fault = faultOf(request, body)
    if (fault) {
      refused.push(fault)
      response.writeHead(403).end(`<Error><Code>${fault}</Code></Error>`)
      return
    }
    const key = request.url!.slice(`/${S3_KEYS.bucket}/`.length)
    if (request.method === 'PUT') {
      kept.set(key, body)
      response.writeHead(200).end()
    } else if (request.method === 'DELETE') {
      kept.delete(key)
      response.writeHead(204).end()
    } else {
      const found = kept.get(key)
      response.writeHead(found ? 200 : 404).end(found)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}`,
    kept,
    refused,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

function faultOf({ method, url, headers }: IncomingMessage, body: Buffer): string | null {
  const [path = '', query = ''] = url!.split('?')
  if (!path.startsWith(`/${S3_KEYS.bucket}/`)) return 'NoSuchBucket'
  const told = headers.authorization?.match(
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/,
  )
  if (!told) return 'MissingSecurityHeader'
  const [, key, day, region, names, signature] = told as unknown as string[]
  if (key !== S3_KEYS.key || region !== S3_KEYS.region) return 'InvalidAccessKeyId'
  const date = String(headers['x-amz-date'])
  const sent = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  if (!date.startsWith(day!) || Math.abs(Date.now() - sent) > 15 * 60_000) return 'RequestTimeTooSkewed'
  const hash = String(headers['x-amz-content-sha256'])
  if (hash !== 'UNSIGNED-PAYLOAD' && hash !== sha256(body)) return 'XAmzContentSHA256Mismatch'
  const canonical = [
    method,
    path,
    query,
    ...names!.split(';').map((name) => `${name}:${String(headers[name]).trim()}`),
    '',
    names,
    hash,
  ].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n')
  const signing = [region!, 's3', 'aws4_request'].reduce(
    (from, part) => hmac(from, part),
    hmac(`AWS4${S3_KEYS.secret}`, day!),
  )
  return hmac(signing, toSign).toString('hex') === signature ? null : 'SignatureDoesNotMatch'
}
