import { useFetcher } from '@remix-run/react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../ui/field.tsx'
import type { loader } from './communes.tsx'

/** A commune as typed, « Secondigny (79130) »; suggestions come as one types, and are not needed. */
export function CommuneField({ value, fault }: { value: string; fault?: string }) {
  const { t } = useTranslation('crm')
  const suggestions = useFetcher<typeof loader>()
  const list = useId()
  const suggest = (typed: string) => {
    if (typed.trim().length >= 2) suggestions.load(`/communes?${new URLSearchParams({ q: typed })}`)
  }
  return (
    <Field name="commune" label={t('field.commune')} hint={t('hint.commune')} fault={fault} optional>
      {(attributes) => (
        <>
          <input
            {...attributes}
            name="commune"
            defaultValue={value}
            list={list}
            autoComplete="off"
            onChange={(event) => suggest(event.target.value)}
          />
          <datalist id={list}>
            {suggestions.data?.found.map((commune) => (
              <option key={commune.value} value={commune.label} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  )
}
