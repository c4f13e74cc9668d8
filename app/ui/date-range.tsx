import { Link, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DateField } from './date-field.tsx'
import { PRESETS, rangeOf } from './date-ranges.ts'

/** From one day to another in a filter; the usual ranges are links, so they need no script. */
export function DateRange(props: {
  legend: string
  names: { from: string; to: string }
  values: { from?: string; to?: string }
  today: string
  fault?: string
}) {
  const { legend, names, values, today, fault } = props
  const { t } = useTranslation('ui')
  const [search] = useSearchParams()
  const linkTo = (from: string, to: string) => {
    const next = new URLSearchParams(search)
    next.delete('page')
    next.set(names.from, from)
    next.set(names.to, to)
    return `?${next}`
  }
  return (
    <fieldset className="choices range">
      <legend>{legend}</legend>
      <div className="range-days" key={`${values.from}${values.to}`}>
        <DateField name={names.from} label={t('date.from')} value={values.from} hint="" max={today} />
        <DateField name={names.to} label={t('date.to')} value={values.to} hint="" fault={fault} />
      </div>
      <ul className="row small">
        {PRESETS.map((preset) => {
          const { from, to } = rangeOf(preset, today)
          const here = values.from === from && values.to === to
          return (
            <li key={preset}>
              <Link
                className="chip"
                to={linkTo(from, to)}
                aria-current={here ? 'true' : undefined}
                preventScrollReset
              >
                {t(`date.${preset}`)}
              </Link>
            </li>
          )
        })}
      </ul>
    </fieldset>
  )
}
