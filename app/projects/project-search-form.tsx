import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { ProjectSearch } from '#server/projects/project/find-projects.schema.ts'

type Choice = { value: string; label: string }
type Asked = {
  search: Omit<ProjectSearch, 'page'>
  choices: { statuses: Choice[]; sectors: Choice[] }
  country: string | null
  sort: { by: string; down: boolean }
  shown: string[]
  usual: number
}

/** Words, and what the list is narrowed to; the order and the columns chosen stay. */
export function ProjectSearchForm({ page }: { page: Asked }) {
  const { t } = useTranslation('projects')
  const { search } = page
  return (
    <Form method="get" role="search" className="row search" key={JSON.stringify(search)}>
      <input
        className="grow"
        type="search"
        name="q"
        defaultValue={search.q}
        aria-label={t('searchLabel')}
        placeholder={t('searchHint')}
      />
      <Pick name="statut" label={t('field.status')} value={search.status} choices={page.choices.statuses} />
      <Pick name="secteur" label={t('field.sectors')} value={search.sector} choices={page.choices.sectors} />
      <Pick
        name="panorama"
        label={t('column.panorama')}
        value={search.shown}
        choices={[
          { value: 'published', label: t('state.published') },
          { value: 'draft', label: t('state.draft') },
        ]}
      />
      <label className="check">
        <input type="checkbox" name="collectivites" value="oui" defaultChecked={search.authorities} />
        <span>{t('authorities')}</span>
      </label>
      {search.country ? (
        <label className="check">
          <input type="checkbox" name="pays" value={search.country} defaultChecked />
          <span>{page.country}</span>
        </label>
      ) : null}
      {page.sort.by === 'title' && !page.sort.down ? null : (
        <input type="hidden" name="tri" value={`${page.sort.down ? '-' : ''}${page.sort.by}`} />
      )}
      {page.shown.length === page.usual
        ? null
        : ['', ...page.shown].map((key) => <input key={key} type="hidden" name="col" value={key} />)}
      <button className="btn" type="submit">
        {t('search')}
      </button>
    </Form>
  )
}

function Pick(props: { name: string; label: string; value: string | undefined; choices: Choice[] }) {
  const { t } = useTranslation('projects')
  return (
    <select name={props.name} defaultValue={props.value ?? ''} aria-label={props.label}>
      <option value="">{t('every', { what: props.label })}</option>
      {props.choices.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  )
}
