import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OwnField } from '#server/crm/own-field/own-field.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import type { FormChoices } from '../organisation-choices.server.ts'
import { OwnInput } from '../own-field/own-input.tsx'

type Named = { id: string; name: string }
type Page = {
  act: string | null
  fault: string | null
  typed: Record<string, string>
  target: [string, string][]
  tags: Named[]
  team: Named[]
  fields: OwnField[]
  types: FormChoices['types']
  sectors: { value: string; label: string }[]
  mayPublish: boolean
}

/** What can be done, one fold an act; each shows first what it will change. */
export function BulkActs({ page }: { page: Page }) {
  const { t } = useTranslation('crm')
  const { tags, team, sectors, fields } = page
  const named = (list: Named[]): [string, string][] => list.map(({ id, name }) => [id, name])
  const choose = (act: string, label: string, options: [string, string][], none?: string) => (
    <Field label={label} fault={faultOf(act)}>
      {(attributes) => (
        <select
          {...attributes}
          name="valeur"
          required={none === undefined}
          defaultValue={page.act === act ? page.typed.valeur : ''}
        >
          <option value="">{none ?? t('choose')}</option>
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
  const faultOf = (act: string) =>
    page.act === act && page.fault
      ? t(`faults.${page.fault}`, { defaultValue: t('bulk.refused') })
      : undefined
  const act = (key: string, children: ReactNode, own?: string) => (
    <details key={own ?? key} className="card" open={page.act === key && (!own || page.typed.cle === own)}>
      <summary>
        {own ? t('bulk.act.own', { label: fields.find((f) => f.key === own)?.label }) : t(`bulk.act.${key}`)}
      </summary>
      <Form method="get" className="stack">
        {page.target.map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="acte" value={key} />
        {own ? <input type="hidden" name="cle" value={own} /> : null}
        {children}
        <button className="btn" type="submit">
          {t('bulk.preview')}
        </button>
      </Form>
    </details>
  )
  const sectorPairs = sectors.map(({ value, label }): [string, string] => [value, label])
  return (
    <section className="stack" aria-labelledby="actes">
      <h2 id="actes">{t('bulk.what')}</h2>
      {tags.length > 0 ? act('tag', choose('tag', t('bulk.tag'), named(tags))) : null}
      {tags.length > 0 ? act('untag', choose('untag', t('bulk.tag'), named(tags))) : null}
      {act('keep', choose('keep', t('keeper.label'), named(team), t('keeper.nobody')))}
      {act(
        'task',
        <>
          <Field label={t('tasks.what')} fault={faultOf('task')}>
            {(attributes) => (
              <input
                {...attributes}
                name="titre"
                required
                maxLength={200}
                defaultValue={page.typed.titre ?? t('bulk.taskTitle')}
              />
            )}
          </Field>
          <DateField name="echeance" label={t('tasks.dueOn')} value={page.typed.echeance ?? ''} optional />
          <Field label={t('tasks.who')}>
            {(attributes) => (
              <select {...attributes} name="pour" defaultValue={page.typed.pour ?? ''}>
                <option value="">{t('tasks.nobody')}</option>
                {team.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </>,
      )}
      {page.mayPublish ? act('publish', <p>{t('bulk.publishHelp')}</p>) : null}
      {page.mayPublish ? act('withdraw', <p>{t('bulk.withdrawHelp')}</p>) : null}
      {act('sector', choose('sector', t('bulk.sector'), sectorPairs))}
      {act('unsector', choose('unsector', t('bulk.sector'), sectorPairs))}
      {act(
        'kind',
        choose(
          'kind',
          t('field.type'),
          page.types.flatMap(({ key, label, subkinds }): [string, string][] => [
            [key, t('unspecified', { type: label })],
            ...subkinds.map((one): [string, string] => [one.key, `${label} — ${one.label}`]),
          ]),
        ),
      )}
      {fields.map((field) =>
        act(
          'own',
          <OwnInput
            field={field}
            name="valeur"
            typed={[]}
            fault={page.typed.cle === field.key ? faultOf('own') : undefined}
          />,
          field.key,
        ),
      )}
    </section>
  )
}
