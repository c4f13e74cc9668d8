import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FAMILIES } from '#server/support/act/act.ts'
import type { ActSearch } from '#server/support/act/find-acts.schema.ts'
import { Field } from '../ui/field.tsx'
import { KindSelect } from './act-form.tsx'

type Filtered = {
  search: ActSearch
  byOrganisation: boolean
  organisation: { id: string; label: string } | null
  people: { id: string; name: string }[]
  years: number[]
  base: string
}

/** What narrows the list, all of it in the address. */
export function ActFilterForm({ page }: { page: Filtered }) {
  const { t } = useTranslation('support')
  const { search, organisation } = page
  return (
    <Form method="get" className="filters row" role="search" key={JSON.stringify(search)}>
      <Choice name="annee" value={search.year ?? ''} label={t('filter.year')} all={t('filter.everyYear')}>
        {page.years.map((year) => ({ value: year, label: String(year) }))}
      </Choice>
      <Choice name="qui" value={search.person ?? ''} label={t('filter.person')} all={t('filter.everyone')}>
        {page.people.map(({ id, name }) => ({ value: id, label: name }))}
      </Choice>
      <Choice name="famille" value={search.family ?? ''} label={t('filter.family')} all={t('filter.all')}>
        {FAMILIES.map((family) => ({ value: family, label: t(`family.${family}`) }))}
      </Choice>
      <Field label={t('filter.kind')}>
        {(attributes) => (
          <KindSelect {...attributes} value={search.kind ?? ''} empty={t('filter.all')} as="type" />
        )}
      </Field>
      <Choice
        name="vue"
        value={page.byOrganisation ? 'structures' : ''}
        label={t('filter.view')}
        all={t('filter.acts')}
      >
        {[{ value: 'structures', label: t('filter.organisations') }]}
      </Choice>
      {search.month ? <input type="hidden" name="mois" value={search.month} /> : null}
      {organisation ? <input type="hidden" name="structure" value={organisation.id} /> : null}
      <button className="btn" type="submit">
        {t('filter.apply')}
      </button>
      {organisation || search.both || search.month ? (
        <p className="row small">
          {organisation ? <span className="tag">{t('filter.of', { name: organisation.label })}</span> : null}
          {search.both ? <span className="tag">{t('filter.both')}</span> : null}
          {search.month ? <span className="tag">{t('filter.month', { month: search.month })}</span> : null}
          <Link to={page.base}>{t('everything')}</Link>
        </p>
      ) : null}
    </Form>
  )
}

function Choice(props: {
  name: string
  value: string | number
  label: string
  all: string
  children: { value: string | number; label: string }[]
}) {
  const { name, value, label, all, children } = props
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <select name={name} defaultValue={value}>
        <option value="">{all}</option>
        {children.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </label>
  )
}
