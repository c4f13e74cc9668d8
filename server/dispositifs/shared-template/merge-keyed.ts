import { same } from './same.ts'

export type Keyed = { key: string }

/**
 * Where the network and the template both wrote. `kept`: the network's stays and the template's is told;
 * `renamed`: both stay, the network's under a key of its own; `left_out`: the network had taken it away, and it stays away.
 */
export type Clash<One extends Keyed = Keyed> = {
  key: string
  how: 'kept' | 'renamed' | 'left_out'
  /** The network's, and the template's as it is now: none where one has it no more. */
  ours: One | null
  theirs: One | null
  /** The key the network's has from now on. */
  to: string
}

export type Merged<One extends Keyed> = { merged: One[]; clashes: Clash<One>[] }

/**
 * Three versions of one list, by key: as the network took it, as the network has it, as the template is now.
 * What only one of them changed is taken; where both did, nothing is lost and it is told.
 */
export function mergeKeyed<One extends Keyed>(base: One[], ours: One[], theirs: One[]): Merged<One> {
  const [was, has, is] = [base, ours, theirs].map((all) => new Map(all.map((one) => [one.key, one])))
  const clashes: Clash<One>[] = []
  const clash = (how: Clash['how'], key: string, mine: One | null, its: One | null, to = key) => {
    clashes.push({ key, how, ours: mine, theirs: its, to })
  }
  const chosen = new Map<string, One>()
  const renamed = new Map<string, One>()
  for (const theirOne of theirs) {
    const { key } = theirOne
    const [before, mine] = [was!.get(key), has!.get(key)]
    if (!before && mine && !same(mine, theirOne)) {
      const to = freeOf(key, [was!, has!, is!], renamed)
      renamed.set(to, { ...mine, key: to })
      chosen.set(key, theirOne)
      clash('renamed', key, mine, theirOne, to)
    } else if (!before || (mine && same(mine, before))) chosen.set(key, theirOne)
    else if (!mine) {
      if (!same(before, theirOne)) clash('left_out', key, null, theirOne)
    } else {
      chosen.set(key, mine)
      if (!same(before, theirOne) && !same(mine, theirOne)) clash('kept', key, mine, theirOne)
    }
  }
  const aside: { one: One; after: string | null }[] = []
  let after: string | null = null
  for (const mine of ours) {
    const before = was!.get(mine.key)
    const to = clashes.find(({ how, key }) => how === 'renamed' && key === mine.key)?.to
    if (to) aside.push({ one: renamed.get(to)!, after })
    else if (!is!.has(mine.key) && !(before && same(before, mine))) {
      aside.push({ one: mine, after })
      if (before) clash('kept', mine.key, mine, null)
    }
    if (to || !before || is!.has(mine.key) || !same(before, mine)) after = to ?? mine.key
  }
  const merged = [...chosen.values()]
  for (const { one, after: place } of aside) {
    const at = place === null ? -1 : merged.findIndex(({ key }) => key === place)
    merged.splice(place !== null && at < 0 ? merged.length : at + 1, 0, one)
  }
  return { merged, clashes }
}

function freeOf(key: string, all: Map<string, Keyed>[], renamed: Map<string, Keyed>) {
  for (let nth = 2; ; nth++) {
    const free = `${key.slice(0, 56)}_${nth}`
    if (!renamed.has(free) && all.every((one) => !one.has(free))) return free
  }
}
