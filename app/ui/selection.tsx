import { Form } from '@remix-run/react'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHydrated } from './use-hydrated.ts'

/**
 * A form around a table whose rows can be ticked. The bar with what can be done to them comes with the
 * first tick, by style alone: it is there without script too, only without its count.
 */
export function Selection({
  action,
  method = 'post',
  bar,
  children,
}: {
  action?: string
  method?: 'get' | 'post'
  bar: ReactNode
  children: ReactNode
}) {
  const { t } = useTranslation('ui')
  const [count, setCount] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  const ticked = () => form.current?.querySelectorAll('tbody input:checked').length ?? 0
  return (
    <Form
      method={method}
      action={action}
      className="selection"
      ref={form}
      onChange={() => setCount(ticked())}
    >
      {children}
      <div className="bulk row">
        <p className="grow num" role="status">
          {count > 0 ? t('table.selected', { count }) : t('table.selection')}
        </p>
        {bar}
      </div>
    </Form>
  )
}

/** Ticks or clears the rows of this page; a button of the script's, absent without it. */
export function PickAll({ name }: { name: string }) {
  const { t } = useTranslation('ui')
  if (!useHydrated()) return null
  return (
    <input
      type="checkbox"
      aria-label={t('table.pickAll')}
      onChange={({ currentTarget: all }) => {
        const table = all.closest('table')
        for (const box of table?.querySelectorAll<HTMLInputElement>(`tbody input[name="${name}"]`) ?? [])
          box.checked = all.checked
      }}
    />
  )
}
