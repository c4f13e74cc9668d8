import { useTranslation } from 'react-i18next'
import { ORIGINS, SEXES } from '#server/dispositifs/head-count/head-count.schema.ts'
import { moveInGrid } from '../../ui/people-grid.tsx'
import { AgeBands } from './age-bands.tsx'
import { CellFaults, TextCell } from './cell.tsx'
import { type FieldProps, useField } from './filling.ts'
import { Grouped } from './grouped.tsx'
import { HeadCountGaps } from './head-count-gaps.tsx'

const COLUMNS = [...SEXES, 'total'] as const

/** How many, never who: a total that is announced beside its parts, and what differs said in words. */
export function HeadCountField({ field }: FieldProps) {
  const { name, label, hint, fault } = useField(field)
  const { t } = useTranslation('dispositifs')
  return (
    <Grouped name={name} label={label} hint={hint ?? t('form.heads.hint')} fault={fault}>
      <CellFaults field={field}>
        <table className="people heads" onKeyDown={moveInGrid}>
          <caption className="sr-only">{label}</caption>
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
                  <td key={column} data-label={t(`form.heads.${column}`)}>
                    <TextCell
                      name={`${name}.${origin}.${column}`}
                      label={t('form.rows.cell', {
                        row: t(`form.heads.${origin}`),
                        part: t(`form.heads.${column}`),
                      })}
                      inputMode="numeric"
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <HeadCountGaps field={field} />
        {ORIGINS.map((origin) => (
          <AgeBands key={origin} name={name} origin={origin} />
        ))}
      </CellFaults>
    </Grouped>
  )
}
