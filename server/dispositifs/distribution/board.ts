import type { Instructor, Question, ToRead } from './distribute.ts'

/**
 * Who has what while files are being given out. Instructors and files are numbers here, in the order of
 * their ids, so that the order of the question changes nothing.
 */
export interface Board {
  dossiers: readonly ToRead[]
  instructors: readonly Instructor[]
  /** Per file, who may never read it, and who has it. */
  barred: readonly ReadonlySet<number>[]
  readers: readonly Set<number>[]
  /** Per instructor, how many files, and which of them were given now: the others are never taken back. */
  loads: number[]
  movable: readonly Set<number>[]
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

export function emptyBoard({ dossiers, instructors }: Question): Board {
  const ordered = instructors.toSorted(byId)
  const at = new Map(ordered.map(({ id }, index) => [id, index]))
  const files = dossiers.toSorted(byId)
  return {
    dossiers: files,
    instructors: ordered,
    barred: files.map(({ conflicts }) => new Set(conflicts.flatMap((id) => at.get(id) ?? []))),
    readers: files.map(() => new Set()),
    loads: ordered.map(() => 0),
    movable: ordered.map(() => new Set()),
  }
}

export const hasRoom = ({ instructors, loads }: Board, instructor: number): boolean => {
  const { most } = instructors[instructor]!
  return most === null || loads[instructor]! < most
}

/** Neither barred from it nor reading it already. */
export const mayRead = ({ barred, readers }: Board, instructor: number, dossier: number): boolean =>
  !barred[dossier]!.has(instructor) && !readers[dossier]!.has(instructor)

export function give(board: Board, dossier: number, instructor: number): void {
  board.readers[dossier]!.add(instructor)
  board.movable[instructor]!.add(dossier)
  board.loads[instructor]!++
}

export function takeBack(board: Board, dossier: number, instructor: number): void {
  board.readers[dossier]!.delete(instructor)
  board.movable[instructor]!.delete(dossier)
  board.loads[instructor]!--
}

export type Match = (dossier: number, instructor: number) => number

/** How many of the subjects of a file an instructor knows. Files of the same subjects share one line. */
export function matches({ dossiers, instructors }: Board): Match {
  const known = instructors.map(({ expertise }) => new Set(expertise))
  const lines = new Map<string, number[]>()
  const ofDossier = dossiers.map(({ subjects }) => {
    const signature = [...new Set(subjects)].sort().join('\n')
    const line =
      lines.get(signature) ??
      known.map((knows) => [...new Set(subjects)].filter((one) => knows.has(one)).length)
    lines.set(signature, line)
    return line
  })
  return (dossier, instructor) => ofDossier[dossier]![instructor]!
}
