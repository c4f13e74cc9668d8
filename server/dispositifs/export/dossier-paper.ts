import type { Block, Paper } from '#packages/pdf/pdf.ts'
import { budgetLines } from '../budget/budget.schema.ts'
import { budgetOf } from '../budget/budget.ts'
import type { Field, FormDefinition } from '../form/form.schema.ts'
import { isFilled, visibleSections } from '../form/form.ts'
import { headCount, ORIGINS, SEXES } from '../head-count/head-count.schema.ts'
import { answerText, euros, lineName, type Telling } from './answer-text.ts'
import type { ExportedDossier } from './exported-dossiers.server.ts'
import { reportBlocks } from './report-blocks.ts'
import { filled } from './words.ts'

type From = { network: string; color: string; code: string; session: string; at: Date }

/** One dossier as a paper: whose it is, its answers, its budget, its head counts, and its whole way. */
export function dossierPaper(
  one: ExportedDossier,
  form: FormDefinition,
  from: From,
  telling: Telling,
): Paper {
  const { words, states, locale } = telling
  const facts: [string, string][] = [
    [words.number, String(one.number)],
    [words.external_number, one.externalNumber ?? ''],
    [words.external_status, one.externalStatus],
    [words.state, states[one.state]],
    [words.holders, one.holders.map(({ name }) => name).join(', ')],
    [words.sponsor, one.sponsor ?? ''],
    [words.requested, one.requestedCents === null ? '' : euros(one.requestedCents, telling)],
    [words.submitted_at, one.submittedAt ?? ''],
    [words.assignee, one.assignee ?? ''],
  ]
  const sections = visibleSections(form, one.answers).flatMap((section): Block[] => [
    { kind: 'heading', level: 2, text: section.title[locale] },
    ...section.fields.flatMap((field) => fieldBlocks(field, one.answers[field.key], telling)),
  ])
  return {
    title: one.title || words.untitled,
    subtitle: `${from.code} · ${from.session}`,
    ...{ lang: locale, from: from.network, color: from.color, at: from.at },
    note: `${from.code} ${one.number}`,
    pageOf: (page, pages) => filled(words.page, { page, pages }),
    blocks: [
      { kind: 'facts', rows: facts.filter(([, value]) => value) },
      ...sections,
      ...reportBlocks(one, form, telling),
      { kind: 'heading', level: 2, text: words.history },
      {
        kind: 'table',
        columns: [
          { label: words.date },
          { label: words.state, share: 1.6 },
          { label: words.who, share: 1.6 },
          { label: words.reason, share: 2.4 },
        ],
        rows: one.moves.map(({ to, on, by, reason }) => [on, states[to], by ?? '', reason]),
      },
    ],
  }
}

function fieldBlocks(field: Field, answer: unknown, telling: Telling): Block[] {
  const label = field.label[telling.locale]
  if (!isFilled(field, answer)) return [{ kind: 'facts', rows: [[label, telling.words.no_answer]] }]
  if (field.type === 'budget') return budgetBlocks(answer, label, telling)
  if (field.type === 'head_count') return headCountBlock(answer, label, telling)
  if (field.type === 'long_text')
    return [
      { kind: 'text', text: label, bold: true },
      { kind: 'text', text: answerText(field, answer, telling) },
    ]
  if (field.type === 'partners')
    return [
      { kind: 'text', text: label, bold: true },
      { kind: 'list', items: answerText(field, answer, telling).split(' | ') },
    ]
  const { words } = telling
  if (field.type === 'period') {
    const { from, to } = answer as { from?: string; to?: string }
    return [{ kind: 'facts', rows: [[label, `${words.from} ${from ?? ''} ${words.to} ${to ?? ''}`]] }]
  }
  const said = typeof answer === 'number' && field.type === 'money' ? euros(answer, telling) : ''
  return [{ kind: 'facts', rows: [[label, said || answerText(field, answer, telling)]] }]
}

function budgetBlocks(answer: unknown, label: string, telling: Telling): Block[] {
  const { words, locale } = telling
  const lines = budgetLines.safeParse(answer)
  if (!lines.success) return []
  const { expense, income } = budgetOf(lines.data)
  const side = (of: 'expense' | 'income', cash: number, inKind: number): Block => ({
    kind: 'table',
    caption: `${label} : ${of === 'expense' ? words.expenses : words.income}`,
    columns: [
      { label: words.nature, share: 2 },
      { label: words.line, share: 3 },
      { label: words.amount, align: 'right' },
    ],
    rows: [
      ...lines.data
        .filter((line) => line.side === of)
        .map((line) => [
          lineName(line, locale),
          [line.label, line.in_kind ? words.in_kind : ''].filter(Boolean).join(', '),
          line.cents === null ? '' : euros(line.cents, telling),
        ]),
      [words.total, '', euros(cash + inKind, telling)],
    ],
    total: true,
  })
  return [
    side('expense', expense.cashCents, expense.inKindCents),
    side('income', income.cashCents, income.inKindCents),
  ]
}

function headCountBlock(answer: unknown, caption: string, { words }: Telling): Block[] {
  const count = headCount.safeParse(answer)
  if (!count.success) return []
  const figure = (value: number | null) => (value === null ? '' : String(value))
  return [
    {
      kind: 'table',
      caption,
      columns: [
        { label: '', share: 1.4 },
        ...SEXES.map((sex) => ({ label: words[sex], align: 'right' as const })),
        { label: words.total, align: 'right' as const },
      ],
      rows: ORIGINS.map((origin) => [
        words[origin],
        ...SEXES.map((sex) => figure(count.data[origin][sex])),
        figure(count.data[origin].total),
      ]),
    },
  ]
}
