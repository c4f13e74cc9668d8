import { type Answer, type Answers, answersTo, everyAsk } from './answers.ts'
import { type PagePattern, pagePatterns } from './pages.ts'
import { ELSEWHERE, KEEPER, MINE } from './people.ts'
import { type Ask, ROWS, SECRET, SEEDS, type Seed } from './target.ts'
import { type Kept, type Login, openWorld, type World } from './world.ts'

export type DoorReport = {
  asked: number
  /** Where a stranger's answer tells that a private row exists, or changed one. */
  faults: string[]
  /** Doors of one record that gave the network's own people, staff or not, the same answer with and without it. */
  blind: string[]
  /** Those that gave one of them another one. */
  seen: string[]
  /** The ids of the private rows, by what addresses call them. */
  hidden: Record<string, string>
}

/** Asks every door in both worlds, as the product connected by `login`. */
export async function doorReport(
  login: Login,
  visitors: readonly string[],
  insiders: readonly string[],
  seeds: readonly Seed[] = SEEDS,
): Promise<DoorReport> {
  const patterns = await pagePatterns()
  const without = await inWorld('without', login, seeds, (world) =>
    visit(world, patterns, visitors, insiders),
  )
  const having = await inWorld('with private rows', login, seeds, (world) =>
    visit(world, patterns, visitors, insiders),
  )
  const asks = having.ofHidden.map(({ label }) => label)
  const isSame = (ask: string) =>
    insiders.every((who) =>
      same(without.insiders.get(`${who}: ${ask}`), having.insiders.get(`${who}: ${ask}`)),
    )
  return {
    asked: having.strangers.size,
    faults: [
      ...(having.touched ? ['a private row was changed'] : []),
      ...differences(without.strangers, having.strangers),
      ...[...having.strangers].flatMap(([ask, answer]) => [
        ...(tells(answer) ? [`${ask}: tells a private text`] : []),
        ...(answer.status >= 500 ? [`${ask}: fails with ${answer.status}`] : []),
      ]),
    ],
    blind: asks.filter(isSame),
    seen: asks.filter((ask) => !isSame(ask)),
    hidden: having.hidden,
  }
}

async function inWorld<T>(
  kept: Kept,
  login: Login,
  seeds: readonly Seed[],
  work: (world: World) => Promise<T>,
): Promise<T> {
  const world = await openWorld(kept, login, seeds)
  try {
    return await work(world)
  } finally {
    await world.close()
  }
}

async function visit(
  world: World,
  patterns: PagePattern[],
  visitors: readonly string[],
  people: readonly string[],
) {
  const asks = everyAsk(world, patterns)
  const before = await world.state()
  const strangers: Answers = new Map()
  for (const visitor of visitors) {
    // Who is staff of no network asks at home, where the rows are.
    const asked = visitor === ELSEWHERE ? asks : asks.filter(({ path, init }) => !isMine(path, init))
    for (const [ask, answer] of await answersTo(world, visitor, asked)) strangers.set(ask, answer)
  }
  const touched = (await world.state()) !== before
  const ofHidden = asks.filter((ask) => reachesHidden(ask, world))
  const insiders: Answers = new Map()
  for (const who of people) {
    const asked = who === KEEPER ? ofHidden.filter(({ path }) => path.includes('/espace/')) : ofHidden
    for (const [ask, answer] of await answersTo(world, who, asked, world.putBack)) insiders.set(ask, answer)
  }
  return { strangers, touched, insiders, ofHidden, hidden: hiddenIds(world) }
}

const hiddenIds = ({ targets: [hidden] }: World): Record<string, string> =>
  Object.fromEntries(Object.keys(ROWS).map((name) => [name, hidden![name as keyof typeof ROWS]]))

const isMine = (path: string, init?: RequestInit) => `${path} ${init?.body}`.includes(MINE)

/** Asks of a hidden row at home; an empty form is refused before the row is looked for. */
function reachesHidden({ label }: Ask, world: World) {
  const asks = Object.values(hiddenIds(world)).some((id) => label.includes(id))
  return asks && label.includes(world.targets[0]!.network) && !label.endsWith(' ')
}

const same = (one?: Answer, other?: Answer) => JSON.stringify(one) === JSON.stringify(other)

function differences(without: Answers, having: Answers): string[] {
  return [...having].flatMap(([ask, answer]) => {
    const [one, other] = [without.get(ask), answer].map((told) => `${told?.status} ${JSON.stringify(told)}`)
    if (one === other) return []
    const at = [...other!].findIndex((letter, index) => letter !== one![index])
    const around = (text = '') => text.slice(Math.max(0, at - 40), at + 80)
    return `${ask}: without the rows …${around(one)}…, with them …${around(other)}…`
  })
}

/** A slug that was asked for comes back in the answer; the texts of the row do not. */
function tells({ body, headers }: Answer): boolean {
  return `${body}${JSON.stringify(headers)}`.replaceAll(`organisation-slug-${SECRET}`, '').includes(SECRET)
}
