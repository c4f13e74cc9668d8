import type { Transaction } from '#db/client.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { judgedColumns } from './judged-columns.server.ts'

/** Columns that stand after the answers: what was said of the dossiers, by whom and why. */
export interface ReviewColumns {
  headings: string[]
  /** By dossier, in the order of the headings; one that is not there has nothing to say. */
  cellsOf: (tx: Transaction, dossierIds: string[]) => Promise<Map<string, string[]>>
}

export type ReviewColumnsOf = (
  tx: Transaction,
  ctx: StaffContext,
  session: { id: string },
  locale: 'fr' | 'en',
) => Promise<ReviewColumns>

/** Who judges adds its columns: every review, every reason, the region's opinion, the decision. */
export const REVIEW_COLUMNS: ReviewColumnsOf[] = [
  // One line each.
  judgedColumns,
]

export const columnsOfReviews = (
  tx: Transaction,
  ctx: StaffContext,
  session: { id: string },
  locale: 'fr' | 'en',
): Promise<ReviewColumns[]> => Promise.all(REVIEW_COLUMNS.map((columns) => columns(tx, ctx, session, locale)))
