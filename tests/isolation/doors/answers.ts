import { apiAsks } from './api-paths.ts'
import { type PagePattern, pageAsks } from './pages.ts'
import { procedureAsks } from './procedures.ts'
import type { Ask } from './target.ts'
import type { World } from './world.ts'

export type Answer = { status: number; headers: Record<string, string>; body: string }
export type Answers = Map<string, Answer>

/** Every door, asked for every target; an address that does not depend on the target is asked once. */
export function everyAsk({ targets }: Pick<World, 'targets'>, patterns: PagePattern[]): Ask[] {
  const asks = targets.flatMap((target) => [
    ...procedureAsks(target),
    ...pageAsks(patterns, target),
    ...apiAsks(target),
  ])
  return [...new Map(asks.map((ask) => [ask.label, ask])).values()]
}

/** `again` sees to it that what one ask did is not there for the next. */
export async function answersTo(
  world: World,
  visitor: string,
  asks: Ask[],
  again?: () => Promise<unknown>,
): Promise<Answers> {
  const known = new Set(world.targets.map(({ id }) => id))
  const cookie = world.cookies[visitor]
  const answers: Answers = new Map()
  for (const { label, path, init } of asks) {
    const headers = { ...(init?.headers as Record<string, string>), ...(cookie ? { cookie } : {}) }
    const response = await world.app.request(path, { ...init, headers })
    answers.set(`${visitor}: ${label}`, await plain(response, known))
    if (again && init?.method === 'POST' && response.status < 400) await again()
  }
  return answers
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Of one's own sessions: the hash that names one, and the minute it was opened. */
const SESSION = /\b[0-9a-f]{64}\b|\d{1,2} \p{L}+\.? \d{4}, \d{2}:\d{2}/gu

/** What a passkey has to answer, drawn at random each time, and the handle of whom it is made for. */
const CHALLENGE = /(challenge[\\"]+[:,][\\"]+)[\w-]{43}/g
const HANDLE = /\b[\w-]{48}\b/g

/** The room left on the disk of whoever runs the tests. */
const DISK = /\d+\s%\slibres\s\(\d+\sGo\)|free[\\"]+,\d+,[\\"]+gigabytes[\\"]+,\d+/gu

/** The answer without what changes at each request: its id, the nonce, ids and accounts made on the way. */
async function plain(response: Response, known: Set<string>): Promise<Answer> {
  const nonce = response.headers.get('content-security-policy')?.match(/'nonce-([^']+)'/)?.[1]
  const told = (text: string) =>
    (nonce ? text.replaceAll(nonce, 'nonce') : text)
      .replace(UUID, (id) => (known.has(id) ? id : 'other-id'))
      .replace(SESSION, 'session')
      .replace(CHALLENGE, '$1random')
      .replace(HANDLE, 'handle')
      .replace(DISK, 'disk')
  const headers = [...response.headers].map(([name, value]) => [name, told(value)])
  return { status: response.status, headers: Object.fromEntries(headers), body: told(await response.text()) }
}
