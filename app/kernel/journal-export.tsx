import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { JOURNAL_OBJECTS } from '#server/journal-objects.ts'
import { exportJournal } from '#server/kernel/audit/export-journal.server.ts'
import { upkeep } from '#server/kernel/rules.ts'
import { ownOfHistory } from '../crm/own-field/own-of-history.server.ts'
import { csvAnswer } from '../csv-answer.server.ts'
import { answering, guard, submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { journalLines } from './journal-view.server.ts'
import { readJournalSearch } from './read-journal.server.ts'

/** Asked by a form alone, for it writes a line of history; opened by itself, it leads to the page that has the form. */
export function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, upkeep['journal:read'])
  return redirect(`/${ctx.network.slug}/bureau/journal`)
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, upkeep['journal:read'])
  const search = readJournalSearch(await submitted(args))
  const found = await answering(args, () => exportJournal(ctx, search, JOURNAL_OBJECTS))
  const { t } = i18nFor(ctx.locale)
  const own = await ownOfHistory(ctx, found.lines)
  const rows = journalLines(found, JOURNAL_OBJECTS, ctx.network, ctx.locale, own).map((line) => [
    line.on,
    line.sentence,
    line.changes.map(({ field, from, to }) => `${field} : ${from ?? '—'} → ${to ?? '—'}`).join(' | '),
  ])
  const headings = [
    t('kernel:journal.column.on'),
    t('kernel:journal.column.what'),
    t('kernel:journal.column.changes'),
  ]
  return csvAnswer([headings, ...rows], `journal-${ctx.network.slug}.csv`)
}
