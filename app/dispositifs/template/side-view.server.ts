import { days } from '#packages/referentials/dates.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import type { getTemplateSide } from '#server/dispositifs/shared-template/get-template-side.server.ts'
import type { Told } from '#server/dispositifs/shared-template/merge-template.ts'
import { named, type Piece } from '#server/dispositifs/shared-template/own-pieces.ts'
import type { Context } from '#server/kernel/context.ts'
import { may } from '#server/kernel/permissions.ts'
import { i18nFor } from '../../i18n.server.ts'
import { ruleWords } from '../rule-words.ts'
import { changeWords } from './change-words.ts'

type Found = Awaited<ReturnType<typeof getTemplateSide>>

/** What the page of a dispositif's template shows, in the words of its reader. */
export function sideView(ctx: Context, { followed, shared, ...found }: Found) {
  const { locale, network } = ctx
  const { t } = i18nFor(locale)
  const day = days(locale, network!.timeZone, 'long')
  const piece = ({ label, rule }: Pick<Piece, 'label' | 'rule'>) =>
    rule ? ruleWords(rule, t, locale) : (label?.[locale] ?? '')
  const clash = ({ kind, what, key, how, ours, theirs }: Told) => ({
    ...{ id: `${kind} ${what} ${key} ${how}`, kind, what, how, gone: theirs === null },
    label: piece(named(ours ?? theirs)),
    its: theirs && piece(named(theirs)),
  })
  return {
    ...found,
    base: `/${network!.slug}/bureau/dispositifs`,
    title: t('dispositifs:templates.sideOf', { code: found.code }),
    shared: shared && { ...shared, publishedAt: day.format(shared.publishedAt) },
    mayShare: !found.archived && may(ctx, dispositifs['template:share']),
    mayWrite: !found.archived && may(ctx, dispositifs['dispositif:write']),
    followed: followed && {
      ...{ owner: followed.owner, ofProduct: followed.ofProduct, gone: followed.gone },
      ...{ name: followed.name, version: followed.version, drafts: followed.drafts },
      takenAt: day.format(followed.takenAt),
      departedAt: followed.departedAt && day.format(followed.departedAt),
      own: followed.own.map((one) => ({
        ...{
          id: `${one.kind} ${one.what} ${one.key} ${one.how}`,
          kind: one.kind,
          what: one.what,
          how: one.how,
        },
        label: piece(one),
      })),
      newer: followed.newer && {
        ...{ version: followed.newer.version, note: followed.newer.note, again: followed.newer.again },
        changes: changeWords(followed.newer.changes, t, locale),
        clashes: followed.newer.clashes.map(clash),
      },
    },
  }
}
