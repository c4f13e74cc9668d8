import { useTranslation } from 'react-i18next'
import { type Origin, SEXES } from '#server/dispositifs/head-count/head-count.schema.ts'
import { TextCell } from './cell.tsx'
import { useFilling } from './filling.ts'
import { RowList } from './row-list.tsx'

const CELLS = ['from', 'to', ...SEXES] as const

/** Nobody has to; it opens by itself where some are there. */
export function AgeBands({ name, origin }: { name: string; origin: Origin }) {
  const { typed, rows } = useFilling()
  const { t } = useTranslation('dispositifs')
  const group = `${name}.${origin}.bands`
  return (
    <details open={typed.rows(group).length > 0 || rows[group] !== undefined}>
      <summary>{t(`form.heads.bands.${origin}`)}</summary>
      <RowList
        group={group}
        least={2}
        named={(nth) => t('form.heads.bands.nth', { nth, group: t(`form.heads.${origin}`) })}
        add={t('form.heads.bands.add')}
      >
        {(row, called) => (
          <div className="band">
            {CELLS.map((cell) => (
              <TextCell
                key={cell}
                name={`${row}.${cell}`}
                label={t('form.rows.cell', { row: called, part: t(`form.heads.${cell}`) })}
                above={t(`form.heads.${cell}`)}
                inputMode="numeric"
              />
            ))}
          </div>
        )}
      </RowList>
    </details>
  )
}
