import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icons.tsx'
import { useFilling } from './filling.ts'
import { MORE_ROWS } from './rows-asked.ts'
import { useRows } from './use-rows.ts'

type Props = {
  group: string
  /** How many rows there are to begin with. */
  least: number
  /** « Dépense 2 », for screen readers. */
  named: (nth: number) => string
  add: string
  children: (name: string, called: string) => ReactNode
}

/** Rows to fill in; empty ones count for nothing, so that without script one leaves some over. */
export function RowList({ group, least, named, add, children }: Props) {
  const { hydrated } = useFilling()
  const { t } = useTranslation('dispositifs')
  const { place, rows, full, lastRemoved, ...change } = useRows(group, least)
  const standing = rows.filter(({ removed }) => !removed)
  return (
    <div className="rows" ref={place}>
      {rows.map(({ index, name, removed }) => {
        const called = named(standing.findIndex((row) => row.index === index) + 1)
        return (
          <fieldset key={index} className="line" data-row={index} disabled={removed} hidden={removed}>
            <legend className="sr-only">{called}</legend>
            {children(name, called)}
            {hydrated ? (
              <button
                className="btn quiet sm remove"
                type="button"
                aria-label={t('form.rows.remove', { row: called })}
                onClick={() => change.remove(index)}
              >
                <Icon name="cross" />
              </button>
            ) : null}
          </fieldset>
        )
      })}
      <p className="row">
        {full ? null : (
          <button
            className="btn sm"
            data-add
            {...(hydrated
              ? { type: 'button' as const, onClick: change.add }
              : { type: 'submit' as const, name: MORE_ROWS, value: group })}
          >
            {hydrated ? add : t('form.rows.more')}
          </button>
        )}
        {lastRemoved === undefined ? null : (
          <button className="btn quiet sm" type="button" onClick={change.putBack}>
            {t('form.rows.putBack')}
          </button>
        )}
      </p>
      <p className="sr-only" aria-live="polite">
        {lastRemoved === undefined ? '' : t('form.rows.removed', { count: standing.length })}
      </p>
    </div>
  )
}
