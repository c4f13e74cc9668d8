import { type Board, emptyBoard, give, hasRoom, type Match, matches, mayRead } from './board.ts'
import { mix, numberOf } from './mix.ts'
import { evenOut, makeRoom } from './pass-on.ts'
import { preferExperts } from './prefer-experts.ts'

export interface ToRead {
  id: string
  /** Instructors who may not read it, whatever the reason. */
  conflicts: readonly string[]
  /** Sectors, countries, publics: what one had better know to read it. */
  subjects: readonly string[]
}

export interface Instructor {
  id: string
  expertise: readonly string[]
  /** Files at most; null for as many as come. */
  most: number | null
}

export interface Pair {
  dossier: string
  instructor: string
}

export interface Question {
  dossiers: readonly ToRead[]
  instructors: readonly Instructor[]
  /** How many read each file. */
  perDossier: number
  /** Given before, in this session: kept but for a recusal, and counted in the load. */
  taken: readonly Pair[]
}

export interface Distribution {
  /** All of them, those that were kept and those that are new. */
  assignments: Pair[]
  added: Pair[]
  removed: (Pair & { why: 'conflict' | 'gone' })[]
  /** Files that could not get as many readers as they should, and what is wanting. */
  short: { dossier: string; missing: number; why: 'too_few_instructors' | 'conflicts' | 'load' }[]
  loads: Record<string, number>
}

/** What was given before stays, unless its reader left or has a conflict now. */
function keepTaken(board: Board, { taken }: Question): Distribution['removed'] {
  const dossierAt = new Map(board.dossiers.map(({ id }, index) => [id, index]))
  const instructorAt = new Map(board.instructors.map(({ id }, index) => [id, index]))
  return taken.flatMap(({ dossier, instructor }): Distribution['removed'] => {
    const [file, reader] = [dossierAt.get(dossier), instructorAt.get(instructor)]
    if (file === undefined) {
      // A file that is not of the question: read all the same.
      if (reader !== undefined) board.loads[reader]!++
      return []
    }
    if (reader === undefined) return [{ dossier, instructor, why: 'gone' }]
    if (board.barred[file]!.has(reader)) return [{ dossier, instructor, why: 'conflict' }]
    if (!board.readers[file]!.has(reader)) {
      board.readers[file]!.add(reader)
      board.loads[reader]!++
    }
    return []
  })
}

/** The least loaded of those who may, then who knows the subject, then by a draw that is always the same. */
function picker(board: Board, match: Match): (file: number) => number | null {
  const { loads, instructors, dossiers } = board
  const readers = instructors.map(({ id }) => numberOf(id))
  return (file) => {
    const draw = numberOf(dossiers[file]!.id)
    const isBefore = (a: number, b: number) =>
      (loads[a]! - loads[b]! ||
        match(file, b) - match(file, a) ||
        mix(draw, readers[a]!) - mix(draw, readers[b]!)) < 0
    let best: number | null = null
    for (let index = 0; index < instructors.length; index++)
      if (hasRoom(board, index) && mayRead(board, index, file) && (best === null || isBefore(index, best)))
        best = index
    return best
  }
}

/**
 * Gives files to read: evenly, then to who knows their subject. Every file has its first reader before any
 * has its second, those that few may read come first, and what was given before is not moved.
 */
export function distribute(question: Question): Distribution {
  const board = emptyBoard(question)
  const removed = keepTaken(board, question)
  const match = matches(board)
  const hardestFirst = board.dossiers
    .map((_, index) => index)
    .sort((a, b) => board.barred[b]!.size - board.barred[a]!.size || a - b)
  const pick = picker(board, match)
  const stuck = new Set<number>()
  for (let round = 1; round <= question.perDossier; round++)
    for (const file of hardestFirst) {
      if (board.readers[file]!.size >= round) continue
      const reader = pick(file) ?? makeRoom(board, file, stuck)
      if (reader !== null) give(board, file, reader)
    }
  evenOut(board)
  preferExperts(board, match)
  return told(board, question, removed)
}

function told(board: Board, question: Question, removed: Distribution['removed']): Distribution {
  const { dossiers, instructors, readers, barred, movable, loads } = board
  const { perDossier } = question
  const pairs = dossiers.flatMap(({ id }, file) =>
    [...readers[file]!]
      .sort((a, b) => a - b)
      .map((reader) => ({
        pair: { dossier: id, instructor: instructors[reader]!.id },
        added: movable[reader]!.has(file),
      })),
  )
  const short = dossiers.flatMap(({ id }, file) => {
    const missing = perDossier - readers[file]!.size
    if (missing <= 0) return []
    const able = instructors.length - barred[file]!.size
    const why =
      instructors.length < perDossier ? 'too_few_instructors' : able < perDossier ? 'conflicts' : 'load'
    return [{ dossier: id, missing, why } as const]
  })
  return {
    assignments: pairs.map(({ pair }) => pair),
    added: pairs.filter(({ added }) => added).map(({ pair }) => pair),
    ...{ removed, short },
    loads: Object.fromEntries(instructors.map(({ id }, index) => [id, loads[index]!])),
  }
}
