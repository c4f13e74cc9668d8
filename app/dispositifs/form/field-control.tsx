import type { ComponentType } from 'react'
import type { FieldType } from '#server/dispositifs/form/form.schema.ts'
import { BudgetField } from './budget-field.tsx'
import { ChoiceField, ChoicesField, CountryField, ManyField, YesNoField } from './choice-fields.tsx'
import { DayField, PeriodField } from './day-fields.tsx'
import { ExpectedFile } from './expected-file.tsx'
import type { FieldProps } from './filling.ts'
import { HeadCountField } from './head-count-field.tsx'
import { AmountField, LineField } from './line-fields.tsx'
import { LongText } from './long-text.tsx'
import { OrganisationField } from './organisation-field.tsx'
import { PartnersField } from './partners-field.tsx'
import { PlaceField } from './place-field.tsx'

const CONTROLS: Record<FieldType, ComponentType<FieldProps>> = {
  title: LineField,
  short_text: LineField,
  long_text: LongText,
  email: LineField,
  phone: LineField,
  number: LineField,
  money: AmountField,
  yes_no: YesNoField,
  date: DayField,
  period: PeriodField,
  place: PlaceField,
  country: CountryField,
  countries: ManyField,
  sectors: ManyField,
  sdgs: ManyField,
  choice: ChoiceField,
  choices: ChoicesField,
  organisation: OrganisationField,
  partners: PartnersField,
  head_count: HeadCountField,
  budget: BudgetField,
  file: ExpectedFile,
}

export function FieldControl({ field }: FieldProps) {
  const Control = CONTROLS[field.type]
  return <Control field={field} />
}
