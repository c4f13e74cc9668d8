import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Block } from '#packages/pdf/pdf.ts'
import { writePdf } from '#packages/pdf/write-pdf.server.ts'
import { budgetLines } from '#server/dispositifs/budget/budget.schema.ts'
import { lineName } from '#server/dispositifs/export/answer-text.ts'
import type { Field } from '#server/dispositifs/form/form.schema.ts'
import { isFilled, visibleSections } from '#server/dispositifs/form/form.ts'
import { headCount } from '#server/dispositifs/head-count/head-count.schema.ts'
import { ownWork } from '#server/dispositifs/instruction/own-work.server.ts'
import { type OwnDossier, readOwnDossier } from '#server/dispositifs/instruction/read-own-dossier.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { nameOf } from '#server/kernel/networks.ts'
import { answering, guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { money } from '../figures.ts'
import { answerWords } from '../form/answer-words.ts'
import { fileAnswer } from './file-answer.server.ts'

const MOST = 60

/** All the files one has to read, one after the other, to print. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['instruction:read'])
  const { files } = await answering(args, () => ownWork(ctx))
  const { t } = i18nFor(ctx.locale)
  const blocks: Block[] = []
  for (const { id } of files.slice(0, MOST)) {
    const found = await answering(args, () => readOwnDossier(ctx, id))
    if (!found) continue
    if (blocks.length > 0) blocks.push({ kind: 'page' })
    blocks.push(...blocksOf(found, ctx))
  }
  const paper = await writePdf({
    title: t('dispositifs:jury.own.paper'),
    ...{ lang: ctx.locale, from: nameOf(ctx.network), at: ctx.clock.now(), note: ctx.account.name, blocks },
    pageOf: (page, pages) => t('dispositifs:jury.minutes.pageOf', { page, pages }),
  })
  return fileAnswer(paper, 'application/pdf', 'dossiers.pdf')
}

function blocksOf({ row, form, answers, own }: OwnDossier, ctx: StaffContext): Block[] {
  const { t } = i18nFor(ctx.locale)
  const said: [string, string][] = [
    [t('dispositifs:column.holder'), row.holders.join(', ') || '—'],
    [
      t('dispositifs:column.requested'),
      row.requestedCents === null ? '—' : money(Number(row.requestedCents), ctx.locale),
    ],
    ...(own?.privateNote
      ? [[t('dispositifs:jury.field.privateNote'), own.privateNote] as [string, string]]
      : []),
  ]
  return [
    { kind: 'heading', level: 2, text: `${row.code} ${row.number} · ${row.title}` },
    { kind: 'facts', rows: said },
    ...visibleSections(form, answers).flatMap((section): Block[] => [
      { kind: 'heading', level: 3, text: section.title[ctx.locale] },
      {
        kind: 'facts',
        rows: section.fields.map(
          (field) => [field.label[ctx.locale], wordsOf(field, answers[field.key], ctx)] as const,
        ),
      },
    ]),
  ]
}

/** Tables are told by their lines. */
function wordsOf(field: Field, answer: unknown, ctx: StaffContext): string {
  const { t } = i18nFor(ctx.locale)
  if (!isFilled(field, answer)) return '—'
  if (field.type === 'budget') {
    const read = budgetLines.safeParse((answer as { lines?: unknown }).lines ?? answer)
    if (!read.success) return '—'
    return read.data
      .map((line) => {
        const named = [lineName(line, ctx.locale), line.label].filter(Boolean).join(', ')
        const amount = line.cents === null ? '—' : money(line.cents, ctx.locale)
        return `${t(`dispositifs:jury.own.side.${line.side}`)} · ${named} : ${amount}`
      })
      .join('\n')
  }
  if (field.type === 'head_count') {
    const read = headCount.safeParse(answer)
    return read.success
      ? t('dispositifs:jury.own.people', {
          french: read.data.french.total ?? 0,
          foreign: read.data.foreign.total ?? 0,
        })
      : '—'
  }
  if (field.type === 'partners' && Array.isArray(answer))
    return answer.map((one) => String((one as { name?: unknown }).name ?? '')).join(', ')
  const words = answerWords(field, answer, ctx.locale, t)
  return Array.isArray(words) ? words.join(', ') : words
}
