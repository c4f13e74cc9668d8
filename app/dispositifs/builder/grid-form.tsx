import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { type TypedGrid, weightsOf } from './read-grid.ts'

type Props = { seen: string; typed: TypedGrid; faults: Record<string, string> }

/** The whole grid in one form; its rows are moved, added and taken away without script. */
export function GridForm({ seen, typed, faults }: Props) {
  const { t } = useTranslation('dispositifs')
  const { rows } = typed
  const weights = weightsOf(rows)
  const fault = (name: string) => (faults[name] ? t(`faults.${faults[name]}`) : undefined)
  const word = (name: string) => t(`papers.builder.grid.${name}`)
  const names = Object.keys(faults)
  return (
    <Form method="post" className="stack" noValidate preventScrollReset>
      <ErrorSummary
        title={t('refused', { count: names.length })}
        faults={names.map((name) => ({
          name,
          label: t('papers.builder.grid.cell', {
            criterion: rows[Number(name.split('.')[1])]?.label_fr || word('unnamed'),
            what: word(name.split('.')[0]!),
          }),
        }))}
        refusal={faults}
      />
      <input type="hidden" name="vu" value={seen} />
      <input type="hidden" name="criteres" value={rows.length} />
      {rows.map((row, at) => {
        const name = row.label_fr || word('unnamed')
        const line = (field: string, mode?: 'decimal') => (
          <Field name={`${field}.${at}`} label={word(field)} fault={fault(`${field}.${at}`)}>
            {(attributes) => (
              <input
                {...attributes}
                name={`${field}.${at}`}
                defaultValue={row[field]}
                inputMode={mode}
                autoComplete="off"
              />
            )}
          </Field>
        )
        const act = (what: 'haut' | 'bas' | 'retirer', label: string, disabled = false) => (
          <button className="btn sm" type="submit" name="acte" value={`${what}:${at}`} disabled={disabled}>
            {what === 'retirer' ? (
              word('remove')
            ) : (
              <span aria-hidden="true">{what === 'haut' ? '↑' : '↓'}</span>
            )}
            <span className="sr-only"> {label}</span>
          </button>
        )
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a new row has nothing else
          <fieldset className="card stack" key={`${row.key} ${at}`}>
            <legend>{t('papers.builder.grid.nth', { nth: at + 1, name })}</legend>
            <input type="hidden" name={`key.${at}`} value={row.key} />
            <div className="three">
              {line('label_fr')}
              {line('label_en')}
            </div>
            <div className="three">
              {line('help_fr')}
              {line('help_en')}
            </div>
            <div className="three">
              {line('weight', 'decimal')}
              {line('max', 'decimal')}
              {line('below', 'decimal')}
            </div>
            <label className="check">
              <input
                type="checkbox"
                name={`comment.${at}`}
                value="oui"
                defaultChecked={row.comment === 'oui'}
              />
              <span>{word('comment')}</span>
            </label>
            <div className="row">
              <span className="grow small muted">
                {weights ? t('papers.builder.grid.share', { share: weights.shares[at] }) : ''}
              </span>
              {act('haut', t('papers.builder.up', { name }), at === 0)}
              {act('bas', t('papers.builder.down', { name }), at === rows.length - 1)}
              {act('retirer', name, rows.length === 1)}
            </div>
          </fieldset>
        )
      })}
      <p className="row">
        <button className="btn" type="submit" name="acte" value="ajouter">
          {word('add')}
        </button>
        {weights ? (
          <span className="muted">{t('papers.builder.grid.total', { total: weights.total })}</span>
        ) : null}
      </p>
      <Field
        name="disagreementAbove"
        label={word('disagreementAbove')}
        hint={word('disagreementHint')}
        fault={fault('disagreementAbove')}
      >
        {(attributes) => (
          <input
            {...attributes}
            name="disagreementAbove"
            defaultValue={typed.disagreementAbove}
            inputMode="decimal"
            autoComplete="off"
          />
        )}
      </Field>
      <p className="row">
        <button className="btn primary" type="submit" name="acte" value="enregistrer">
          {word('save')}
        </button>
      </p>
    </Form>
  )
}
