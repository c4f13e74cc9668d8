import type { Block } from '#packages/pdf/pdf.ts'
import type { FormDefinition } from '../form/form.schema.ts'
import { comparedReport } from '../report/read-report.ts'
import { budgetName, euros, type Telling } from './answer-text.ts'
import type { ExportedDossier } from './exported-dossiers.server.ts'

/** What a final report says, in the paper of its dossier: words, money and people beside what was planned. */
export function reportBlocks(one: ExportedDossier, form: FormDefinition, telling: Telling): Block[] {
  const { report, achieved } = one
  if (!report && !achieved) return []
  const { words } = telling
  const { budget, people } = comparedReport(form, one, report?.budget ?? [])
  const blocks: Block[] = [{ kind: 'heading', level: 2, text: words.report }]
  if (report?.spentCents != null)
    blocks.push({ kind: 'facts', rows: [[words.spent, euros(report.spentCents, telling)]] })
  if (report?.body) blocks.push({ kind: 'text', text: report.body })
  for (const { side, inKind, lines, total } of budget) {
    const row = (name: string, { plannedCents, realisedCents, gapCents, gapBasisPoints }: typeof total) => [
      name,
      euros(plannedCents, telling),
      euros(realisedCents, telling),
      gapBasisPoints === null
        ? signed(gapCents, telling)
        : `${signed(gapCents, telling)} (${shareOf(gapBasisPoints, telling)})`,
    ]
    const caption = side === 'expense' ? words.expenses : words.income
    blocks.push({
      kind: 'table',
      caption: inKind ? `${caption}, ${words.in_kind}` : caption,
      columns: figures(words.nature, telling),
      rows: [
        ...lines.map(({ key, ...line }) => row(budgetName(side, key, telling.locale), line)),
        row(words.total, total),
      ],
      total: true,
    })
  }
  if (people.length > 0)
    blocks.push({
      kind: 'table',
      caption: words.people,
      columns: figures('', telling),
      rows: people.map(({ origin, of, ages, planned, achieved: came, by }) => [
        [words[origin], words[of], ages ? agesOf(ages, telling) : ''].filter(Boolean).join(', '),
        ...[planned, came].map((value) => (value === null ? '' : String(value))),
        by === null ? '' : `${by > 0 ? '+' : ''}${by}`,
      ]),
    })
  if (report?.proofs.length)
    blocks.push({ kind: 'text', text: words.proofs, bold: true }, { kind: 'list', items: report.proofs })
  return blocks
}

const figures = (first: string, { words }: Telling) => [
  { label: first, share: 2 },
  ...(['planned', 'realised', 'gap'] as const).map((word) => ({
    label: words[word],
    align: 'right' as const,
  })),
]

const agesOf = ({ from, to }: { from: number; to: number | null }, { words }: Telling) =>
  `${to === null ? `${from} +` : `${from}-${to}`} ${words.years}`

const signed = (cents: number, telling: Telling) => `${cents > 0 ? '+' : ''}${euros(cents, telling)}`

const shareOf = (basisPoints: number, { locale }: Telling) =>
  new Intl.NumberFormat(locale, {
    ...{ style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' },
  }).format(basisPoints / 10_000)
