import { type Board, give, type Match, mayRead, takeBack } from './board.ts'

/** Two instructors exchange two files when more subjects then meet somebody who knows them; loads stay. */
export function preferExperts(board: Board, match: Match): void {
  board.dossiers.forEach(({ subjects }, dossier) => {
    if (subjects.length === 0) return
    for (const reader of [...board.readers[dossier]!])
      if (board.movable[reader]!.has(dossier) && match(dossier, reader) === 0)
        exchange(board, match, dossier, reader)
  })
}

function exchange(board: Board, match: Match, dossier: number, reader: number): void {
  for (let expert = 0; expert < board.instructors.length; expert++) {
    const gained = match(dossier, expert)
    if (gained === 0 || !mayRead(board, expert, dossier)) continue
    for (const other of board.movable[expert]!) {
      const gain = gained + match(other, reader) - match(other, expert)
      if (gain <= 0 || !mayRead(board, reader, other)) continue
      takeBack(board, dossier, reader)
      takeBack(board, other, expert)
      give(board, dossier, expert)
      give(board, other, reader)
      return
    }
  }
}
