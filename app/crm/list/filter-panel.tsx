import { useTranslation } from 'react-i18next'
import type { OrganisationFilters } from '#server/crm/organisation/organisation-filters.ts'
import { Field } from '../../ui/field.tsx'
import { MultiSelect } from '../../ui/multi-select.tsx'
import type { FilterChoices } from './filter-choices.server.ts'
import { OwnFilterField } from './own-filter-field.tsx'

type Props = { filters: OrganisationFilters; choices: FilterChoices; open: boolean }

/** Every filter of the list, folded; what is chosen is sent with the words of the search. */
export function FilterPanel({ filters, choices, open }: Props) {
  const { t } = useTranslation('crm')
  const many = (name: string, label: string, groups: FilterChoices['sectors'], chosen: string[] = []) => (
    <MultiSelect key={chosen.join()} name={name} label={label} groups={groups} chosen={chosen} />
  )
  const one = (name: string, label: string, value: string, options: [string, string][]) => (
    <Field label={label}>
      {(attributes) => (
        <select {...attributes} key={value} name={name} defaultValue={value}>
          <option value="">{t('filter.any')}</option>
          {options.map(([key, text]) => (
            <option key={key} value={key}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
  const box = (name: string, label: string, on?: boolean) => (
    <label className="check">
      <input key={String(on)} type="checkbox" name={name} value="1" defaultChecked={on} />
      {label}
    </label>
  )
  const keeper = filters.keeper === 'nobody' ? 'personne' : (filters.keeper ?? '')
  return (
    <details className="panel" open={open}>
      <summary className="btn">{t('filter.title')}</summary>
      <div className="card stack">
        <div className="three">
          {many('type', t('field.type'), choices.kinds, filters.kind)}
          {many('sous', t('filter.subkind'), choices.subkinds, filters.subkind)}
          {many('departement', t('filter.department'), choices.departments, filters.department)}
          {many('pays', t('field.countries'), choices.countries, filters.country)}
          {many('secteur', t('field.sectors'), choices.sectors, filters.sector)}
          {many('odd', t('filter.sdgs'), choices.sdgs, filters.sdg)}
          {many('etiquette', t('tags.title'), choices.tags, filters.tag)}
          {one(
            'adherent',
            t('filter.member'),
            filters.member?.toString() ?? '',
            choices.years.map((year) => [String(year), String(year)]),
          )}
          {choices.hasDirectory
            ? one(
                'annuaire',
                t('directory'),
                filters.directory === 'published'
                  ? 'publiee'
                  : filters.directory === 'private'
                    ? 'privee'
                    : '',
                [
                  ['publiee', t('filter.directory.publiee')],
                  ['privee', t('filter.directory.privee')],
                ],
              )
            : null}
          {one(
            'courriel',
            t('filter.emails'),
            filters.email === 'with' ? 'avec' : filters.email === 'without' ? 'sans' : '',
            [
              ['avec', t('filter.email.avec')],
              ['sans', t('filter.email.sans')],
            ],
          )}
          {one('suivi', t('filter.keeper'), keeper, [
            ['personne', t('filter.keptByNobody')],
            ...choices.team.map(({ id, name }): [string, string] => [id, name]),
          ])}
          {choices.fields.map((field) => (
            <OwnFilterField key={field.key} field={field} filter={filters.own?.[field.key]} />
          ))}
        </div>
        {box('verifier', t('filter.checkLong'), filters.check)}
        {choices.hasTerritory ? box('hors', t('filter.outsideLong'), filters.outside) : null}
        <button className="btn primary" type="submit">
          {t('filter.apply')}
        </button>
      </div>
    </details>
  )
}
