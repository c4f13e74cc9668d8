import { useTranslation } from 'react-i18next'
import { headCount, ORIGINS, SEXES } from '#server/dispositifs/head-count/head-count.schema.ts'
import type { ReadProps } from './answers-read.tsx'
import { gapWords } from './head-count-words.ts'

const COLUMNS = [...SEXES, 'total'] as const

/** Numbers as they were given, and what does not agree. */
export function HeadCountRead({ answer }: ReadProps) {
  const { t } = useTranslation('dispositifs')
  const read = headCount.safeParse(answer)
  if (!read.success) return <span className="fault">{t('faults.invalid')}</span>
  const number = (value: number | null) => (value === null ? t('form.nothing') : t('form.number', { value }))
  return (
    <>
      <table className="plain-table read tallies">
        <thead>
          <tr>
            <td />
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`form.heads.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ORIGINS.map((origin) => (
            <tr key={origin}>
              <th scope="row">{t(`form.heads.${origin}`)}</th>
              {COLUMNS.map((column) => (
                <td key={column} className="num" data-label={t(`form.heads.${column}`)}>
                  {number(read.data[origin][column])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {ORIGINS.flatMap((origin) =>
        read.data[origin].bands.map((band) => (
          <p key={`${origin}${band.from}`} className="small">
            {t(band.to === null ? 'form.heads.bands.open' : 'form.heads.bands.read', {
              ...{ group: t(`form.heads.${origin}`), from: band.from, to: band.to },
              girls: number(band.girls),
              boys: number(band.boys),
              other: number(band.other),
            })}
          </p>
        )),
      )}
      {gapWords(read.data, t).map((sentence) => (
        <p key={sentence} className="fault">
          {sentence}
        </p>
      ))}
    </>
  )
}
