import PostalMime from 'postal-mime'

export type Refusal = { messageId: string | null; recipient: string; status: string }

const MOST_RECIPIENTS = 20
/** Our own Message-IDs: a row's id at the sender's host. */
const OURS = /^message-id:\s*(<[0-9a-f-]{36}@[^>\s]{1,200}>)/im

/**
 * Who refused a mail for good, as told by the mail that came back (RFC 3464): 5.x.x only, a full box
 * or a server that sleeps (4.x.x) is not a refusal. Anybody can write such a mail: what it says is
 * only followed where it names a mail we did send (take-bounce).
 */
export async function refusalsIn(raw: string): Promise<Refusal[]> {
  const parsed = await PostalMime.parse(raw, {
    attachmentEncoding: 'utf8',
    forceRfc822Attachments: true,
    maxNestingDepth: 10,
    maxHeadersSize: 64 * 1024,
  })
  const partOf = (...types: string[]) =>
    parsed.attachments.find(({ mimeType }) => types.includes(mimeType.toLowerCase()))?.content
  const report = partOf('message/delivery-status')
  if (typeof report !== 'string') return []
  const original = partOf('message/rfc822', 'text/rfc822-headers')
  const messageId = typeof original === 'string' ? (OURS.exec(original)?.[1] ?? null) : null
  return unfolded(report)
    .split(/\n\s*\n/)
    .flatMap((block) => refusalOf(block, messageId))
    .slice(0, MOST_RECIPIENTS)
}

const unfolded = (text: string) => text.replaceAll('\r\n', '\n').replace(/\n[ \t]+/g, ' ')

function refusalOf(block: string, messageId: string | null): Refusal[] {
  const field = (name: string) =>
    block
      .split('\n')
      .find((line) => line.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim()
  const status = field('status')?.match(/^5\.\d{1,3}\.\d{1,3}/)?.[0]
  const recipient = field('final-recipient')?.match(/^rfc822\s*;\s*<?([^\s<>]{3,320})>?$/i)?.[1]
  if (!status || !recipient || field('action')?.toLowerCase() !== 'failed') return []
  return [{ messageId, recipient: recipient.toLowerCase(), status }]
}
