import { sql } from 'drizzle-orm'
import { standingDecision } from '../decision/standing-decision.ts'
import { grid as gridSchema, type Scores } from '../grid/grid.schema.ts'
import { standingCondition } from '../sitting/standing-condition.ts'
import { amount } from './answer-text.ts'
import type { ReviewColumnsOf } from './columns-of-reviews.server.ts'

const WORDS = {
  fr: {
    headings: [
      ...['Fiches d’instruction rendues', 'Note moyenne sur 100', 'Fiches d’instruction'],
      ...['Avis régional', 'Motifs de l’avis', 'Montant proposé', 'Conditions'],
      ...['Décision', 'Date de la décision', 'Montant accordé', 'Commentaire de la décision'],
    ],
    opinion: {
      ...{ favourable: 'favorable', reservations: 'favorable avec réserves' },
      ...{ unfavourable: 'défavorable', adjourned: 'ajourné' },
    },
    outcome: { financed: 'financé', refused: 'refusé', adjourned: 'ajourné' },
  },
  en: {
    headings: [
      ...['Reviews handed in', 'Mean mark in 100', 'Reviews'],
      ...['Regional opinion', 'Reasons of the opinion', 'Amount proposed', 'Conditions'],
      ...['Decision', 'Date of the decision', 'Amount granted', 'Comment of the decision'],
    ],
    opinion: {
      ...{ favourable: 'favourable', reservations: 'favourable with reservations' },
      ...{ unfavourable: 'unfavourable', adjourned: 'adjourned' },
    },
    outcome: { financed: 'financed', refused: 'refused', adjourned: 'adjourned' },
  },
} as const

type Opinion = keyof (typeof WORDS)['fr']['opinion']
type Review = {
  name: string
  organisation: string
  score: number | null
  opinion: Opinion | null
  comment: string
  scores: Scores
  grid: unknown
  /** Found since to be in conflict: told, and not counted. */
  barred: boolean
}
type Judged = {
  id: string
  reviews: Review[]
  opinion: Opinion | null
  reasons: string | null
  proposed: number | null
  conditions: string[]
  outcome: keyof (typeof WORDS)['fr']['outcome'] | null
  decidedOn: string | null
  granted: number | null
  comment: string | null
}

/** Every review and every reason, the region's last opinion and the decision that stands: what a choice is justified by. */
export const judgedColumns: ReviewColumnsOf = async (_, ctx, __, locale) => {
  const words = WORDS[locale]
  return {
    headings: [...words.headings],
    async cellsOf(tx, ids) {
      const here = ctx.network.id
      const { rows } = await tx.execute<Judged>(sql`
        select d.id, i.opinion, i.reasons, i.amount_cents::float8 as proposed, n.outcome,
          n.decided_on::text as "decidedOn", n.amount_cents::float8 as granted, n.comment,
          coalesce((select jsonb_agg(jsonb_build_object('name', p.name, 'organisation', p.organisation_name,
              'score', r.score, 'opinion', r.opinion, 'comment', r.comment, 'scores', r.scores, 'grid', g.content,
              'barred', c.dossier_id is not null)
              order by p.name, p.id)
            from review r
              join instructor p on p.network_id = r.network_id and p.id = r.instructor_id
              left join conflict c on c.network_id = r.network_id and c.dossier_id = r.dossier_id
                and c.instructor_id = r.instructor_id and c.state <> 'dismissed'
              left join dispositif_revision g on g.network_id = r.network_id and g.id = r.grid_id
            where r.network_id = ${here} and r.dossier_id = d.id and r.submitted_at is not null), '[]') as reviews,
          array(select c.text from dossier_condition c
            where c.network_id = ${here} and c.dossier_id = d.id and ${standingCondition}
            order by c.created_at, c.id) as conditions
        from dossier d
          left join lateral (select opinion, reasons, amount_cents from sitting_item
            where network_id = ${here} and dossier_id = d.id and opinion is not null
            order by decided_at desc limit 1) i on true
          ${standingDecision}
        where d.network_id = ${here} and d.id = any (${sql.param(ids)}::uuid[])`)
      const comma = (written: string) => (locale === 'fr' ? written.replace('.', ',') : written)
      const money = (cents: number | null) => (cents === null ? '' : amount(cents, locale))
      return new Map(
        rows.map((row) => {
          const marks = row.reviews.flatMap(({ score, barred }) => (score === null || barred ? [] : [score]))
          const mean = marks.length ? marks.reduce((all, one) => all + one, 0) / marks.length : null
          const cells = [
            ...[String(row.reviews.length), mean === null ? '' : comma(mean.toFixed(1))],
            row.reviews.map((one) => toldReview(one, words.opinion, locale)).join(' | '),
            ...[row.opinion ? words.opinion[row.opinion] : '', row.reasons ?? '', money(row.proposed)],
            row.conditions.join(' | '),
            ...[row.outcome ? words.outcome[row.outcome] : '', row.decidedOn ?? ''],
            ...[money(row.granted), row.comment ?? ''],
          ]
          return [row.id, cells] as const
        }),
      )
    },
  }
}

function toldReview(
  { name, organisation, score, opinion, comment, scores, grid }: Review,
  words: Record<Opinion, string>,
  locale: 'fr' | 'en',
): string {
  const criteria = gridSchema.safeParse(grid).data?.criteria ?? []
  const marks = criteria.flatMap(({ key, label, max }) => {
    const mark = scores[key]
    if (!mark || mark.score === null) return []
    return [`${label[locale]} ${mark.score}/${max}${mark.comment ? ` (${mark.comment})` : ''}`]
  })
  const who = organisation ? `${name}, ${organisation}` : name
  const said = [score === null ? '' : `${score}/100`, opinion ? words[opinion] : '', ...marks, comment]
  return `${who} : ${said.filter(Boolean).join(' ; ')}`
}
