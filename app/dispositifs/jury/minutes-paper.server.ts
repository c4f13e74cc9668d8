import type { Block, Paper } from '#packages/pdf/pdf.ts'
import { days, moments } from '#packages/referentials/dates.ts'
import type { MinutesContent, MinutesItem } from '#server/dispositifs/sitting/minutes.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { nameOf } from '#server/kernel/networks.ts'
import { i18nFor } from '../../i18n.server.ts'
import { money } from '../figures.ts'

/** Minutes as a paper: who sat, then file by file what was said. */
export function minutesPaper(
  content: MinutesContent,
  ctx: StaffContext,
  signed: { as: string; at: Date } | null,
): Paper {
  const { t } = i18nFor(ctx.locale)
  const w = (key: string, said: Record<string, unknown> = {}) =>
    t(`dispositifs:jury.minutes.${key}`, said) as string
  const at = moments(ctx.locale, ctx.network.timeZone, 'long')
  const euros = (cents: number | null) => (cents === null ? '—' : money(cents, ctx.locale))
  const heading = (text: string): Block => ({ kind: 'heading', level: 2, text })
  return {
    title: w('paper', { name: content.name }),
    subtitle: w('held', { on: at.format(new Date(content.startsAt)), place: content.place }),
    lang: ctx.locale,
    from: nameOf(ctx.network),
    note: signed ? w('signedBy', { name: signed.as, on: at.format(signed.at) }) : w('draft'),
    at: signed?.at ?? ctx.clock.now(),
    pageOf: (page, pages) => w('pageOf', { page, pages }),
    blocks: [
      ...(content.number > 1
        ? [{ kind: 'text', text: w('second', { number: content.number }), bold: true } as const]
        : []),
      heading(w('composition')),
      {
        kind: 'table',
        columns: [
          { label: w('member'), share: 3 },
          { label: w('organisation'), share: 3 },
          { label: w('presence'), share: 2 },
        ],
        rows: content.members.map(({ name, organisation, chair, presence, representedBy }) => [
          chair ? w('chair', { name }) : name,
          organisation,
          [t(`dispositifs:jury.presence.${presence}`), representedBy ? `(${representedBy})` : '']
            .filter(Boolean)
            .join(' '),
        ]),
      },
      {
        kind: 'text',
        text: w(content.there >= content.quorum ? 'quorumMet' : 'quorumUnmet', {
          there: content.there,
          quorum: content.quorum,
        }),
      },
      heading(w('envelopes')),
      {
        kind: 'table',
        columns: [
          { label: w('session'), share: 3 },
          { label: w('envelope'), align: 'right' },
          { label: w('proposed'), align: 'right' },
        ],
        rows: content.envelopes.map(({ code, name, envelopeCents, proposedCents }) => [
          `${code} · ${name}`,
          euros(envelopeCents),
          euros(proposedCents),
        ]),
      },
      heading(w('opinions')),
      ...content.items.flatMap((item) => itemBlocks(item, ctx, euros)),
      { kind: 'gap' },
      {
        kind: 'text',
        text: signed ? w('signedBy', { name: signed.as, on: at.format(signed.at) }) : w('toSign'),
        bold: true,
      },
    ],
  }
}

function itemBlocks(item: MinutesItem, ctx: StaffContext, euros: (cents: number | null) => string): Block[] {
  const { t } = i18nFor(ctx.locale)
  const w = (key: string, said: Record<string, unknown> = {}) =>
    t(`dispositifs:jury.minutes.${key}`, said) as string
  const opinion = (key: string | null) => (key ? (t(`dispositifs:jury.opinion.${key}`) as string) : w('none'))
  const day = days(ctx.locale, 'UTC', 'long')
  const { former } = item
  const rows: [string, string][] = [
    [w('holder'), item.holders.join(', ')],
    [w('requested'), euros(item.requestedCents)],
    ...(former
      ? [
          [w('former'), `${opinion(former.opinion)} · ${euros(former.amountCents)}\n${former.reasons}`] as [
            string,
            string,
          ],
        ]
      : []),
    ...(former ? [[w('because'), former.because] as [string, string]] : []),
    [w('opinion'), opinion(item.opinion)],
    ...(item.amountCents === null ? [] : [[w('amount'), euros(item.amountCents)] as [string, string]]),
    ...(item.reasons ? [[w('reasons'), item.reasons] as [string, string]] : []),
    ...(item.left.length > 0 ? [[w('left'), item.left.join(', ')] as [string, string]] : []),
  ]
  return [
    { kind: 'heading', level: 3, text: `${item.code} ${item.number} · ${item.title}` },
    { kind: 'facts', rows },
    ...(item.conditions.length > 0
      ? [
          { kind: 'text', text: w('conditions') } as const,
          {
            kind: 'list',
            items: item.conditions.map(({ text, dueOn }) =>
              dueOn ? w('conditionBy', { text, on: day.format(new Date(dueOn)) }) : text,
            ),
          } as const,
        ]
      : []),
  ]
}
