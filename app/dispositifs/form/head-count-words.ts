import type { TFunction } from 'i18next'
import { type HeadCount, SEXES } from '#server/dispositifs/head-count/head-count.schema.ts'
import { type Gap, gapOf } from '#server/dispositifs/head-count/head-count.ts'

/** « 8 filles + 13 garçons = 21 »: the parts that were said, in the order of the table. */
function parts(count: HeadCount, { origin, of, counted }: Gap, t: TFunction): string {
  const group = count[origin]
  const said =
    of === 'total'
      ? SEXES.flatMap((sex) => {
          const number = group[sex] ?? sum(group.bands.map((band) => band[sex]))
          return number ? [t(`dispositifs:form.heads.count.${sex}`, { count: number })] : []
        })
      : group.bands.flatMap((band) =>
          band[of] ? [t('dispositifs:form.heads.inBand', { count: band[of], from: band.from })] : [],
        )
  return said.length > 0 ? `${said.join(' + ')} = ${counted}` : t('dispositifs:form.heads.noPart')
}

const sum = (numbers: (number | null)[]) => numbers.reduce<number>((all, one) => all + (one ?? 0), 0)

/** What does not agree, and by how much: only people know which of the two is wrong. */
export function gapWords(count: HeadCount, t: TFunction): string[] {
  return gapOf(count).map((gap) => {
    const group = t(
      gap.of === 'total'
        ? `dispositifs:form.heads.${gap.origin}`
        : `dispositifs:form.heads.of.${gap.origin}.${gap.of}`,
    )
    const detail = parts(count, gap, t)
    if (gap.typed === null) return t('dispositifs:form.heads.noTotal', { group, detail })
    return t(gap.by > 0 ? 'dispositifs:form.heads.less' : 'dispositifs:form.heads.more', {
      ...{ group, detail, count: Math.abs(gap.by) },
      announced: t('dispositifs:form.heads.announced', { count: gap.typed }),
    })
  })
}
