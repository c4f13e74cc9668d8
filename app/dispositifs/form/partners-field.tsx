import { useTranslation } from 'react-i18next'
import { Above, CellFaults, TextCell, useCell } from './cell.tsx'
import { Options } from './choice-fields.tsx'
import { type FieldProps, useField, useFilling } from './filling.ts'
import { Grouped } from './grouped.tsx'
import { RowList } from './row-list.tsx'

export function PartnersField({ field }: FieldProps) {
  const { name, label, hint, fault } = useField(field)
  const { t } = useTranslation('dispositifs')
  return (
    <Grouped name={name} label={label} hint={hint} fault={fault}>
      <CellFaults field={field}>
        <RowList
          group={name}
          least={2}
          named={(nth) => t('form.partner.nth', { nth })}
          add={t('form.partner.add')}
        >
          {(row, called) => <Partner row={row} called={called} />}
        </RowList>
      </CellFaults>
    </Grouped>
  )
}

function Partner({ row, called }: { row: string; called: string }) {
  const { sources } = useFilling()
  const { t } = useTranslation('dispositifs')
  const labelled = (part: string) => t('form.rows.cell', { row: called, part: t(`form.partner.${part}`) })
  const text = (part: 'name' | 'place' | 'role') => (
    <TextCell name={`${row}.${part}`} label={labelled(part)} above={t(`form.partner.${part}`)} />
  )
  return (
    <div className="partner">
      {text('name')}
      <Picked name={`${row}.kind`} label={labelled('kind')} above={t('form.partner.kind')}>
        <Options groups={[{ key: 'all', choices: sources.kinds }]} />
      </Picked>
      {text('place')}
      <Picked name={`${row}.country`} label={labelled('country')} above={t('form.partner.country')}>
        <Options groups={sources.countries} />
      </Picked>
      {text('role')}
    </div>
  )
}

function Picked(props: { name: string; label: string; above: string; children: React.ReactNode }) {
  const { t } = useTranslation('dispositifs')
  const { attributes, value, fault } = useCell(props.name)
  return (
    <span className="cell">
      <Above text={props.above} />
      <select {...attributes} aria-label={props.label} defaultValue={value}>
        <option value="">{t('form.choose')}</option>
        {props.children}
      </select>
      {fault}
    </span>
  )
}
