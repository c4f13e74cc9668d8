import { type Board, give, hasRoom, mayRead, takeBack } from './board.ts'

/** Whose file, and which, brought us to an instructor; null for who it starts from. */
type Came = Map<number, { from: number; dossier: number } | null>

const everyone = ({ instructors }: Board) => instructors.map((_, index) => index)

/** The shortest way by which files given now can be passed on, from somebody of `came` to an end. */
function wayTo(board: Board, came: Came, besides: ReadonlySet<number>, isEnd: (to: number) => boolean) {
  const left = new Set(everyone(board).filter((one) => !came.has(one) && !besides.has(one)))
  for (const from of came.keys())
    for (const file of board.movable[from]!)
      for (const to of left) {
        if (!mayRead(board, to, file)) continue
        came.set(to, { from, dossier: file })
        left.delete(to)
        if (isEnd(to)) return to
      }
  return null
}

/** Backwards from the end: each takes the file that brought us to them. Says who has one less. */
function pass(board: Board, came: Came, end: number): number {
  let to = end
  for (let step = came.get(to); step; step = came.get(to)) {
    takeBack(board, step.dossier, step.from)
    give(board, step.dossier, to)
    to = step.from
  }
  return to
}

/**
 * Everybody who may read a file is full: files are passed from one to the next until somebody with room
 * takes the last. Says who then has room for it, or null.
 *
 * `stuck`: from whom no room can be reached. It stays so while files are only added, hence each instructor
 * is looked at in vain once in a whole distribution.
 */
export function makeRoom(board: Board, dossier: number, stuck: Set<number>): number | null {
  const able = everyone(board).filter((one) => !stuck.has(one) && mayRead(board, one, dossier))
  const came: Came = new Map(able.map((one) => [one, null]))
  const end = wayTo(board, came, stuck, (to) => hasRoom(board, to))
  if (end !== null) return pass(board, came, end)
  for (const one of came.keys()) stuck.add(one)
  return null
}

/** From the most loaded down, files pass on to whoever has two less. Who cannot give any more never can again. */
export function evenOut(board: Board): void {
  const { loads } = board
  const settled = new Set<number>()
  while (settled.size < loads.length) {
    const open = [...loads.keys()].filter((one) => !settled.has(one))
    const from = open.reduce((most, one) => (loads[one]! > loads[most]! ? one : most))
    const came: Came = new Map([[from, null]])
    const end = wayTo(board, came, new Set(), (to) => loads[to]! <= loads[from]! - 2 && hasRoom(board, to))
    if (end === null) settled.add(from)
    else pass(board, came, end)
  }
}
