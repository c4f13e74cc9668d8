import type { LoaderFunctionArgs } from '@remix-run/node'
import { writeCsv } from '#packages/spreadsheet/write-csv.server.ts'
import { writeXlsx } from '#packages/spreadsheet/write-xlsx.server.ts'
import { IMPORT_FIELDS } from '#server/crm/import/fields.ts'
import { crm } from '#server/crm/permissions.ts'
import { guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { streamOf } from '../../stream-of.server.ts'
import { fieldTold } from './import-words.server.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A file to fill in: every heading the import knows, and one invented line. */
const EXAMPLE: Record<string, string> = {
  name: 'Les Amis de Kpalimé (exemple)',
  acronym: 'AKP',
  kind: 'Association locale',
  rna: 'W791234567',
  address: '12 rue de l’Exemple',
  postalCode: '79000',
  city: 'Niort',
  website: 'www.exemple.fr',
  email: 'contact@exemple.fr',
  phone: '05 49 00 00 00',
  countries: 'Togo | Bénin',
  sectors: 'Éducation',
  sdgs: '4 | 6',
  description: 'Soutient des écoles autour de Kpalimé.',
  verifiedAt: '31/12/2025',
  'contact1.givenName': 'Camille',
  'contact1.familyName': 'Exemple',
  'contact1.function': 'Présidente',
  'contact1.email': 'camille@exemple.fr',
}

export function loader(args: LoaderFunctionArgs) {
  const { locale } = guard(args, crm['import:run'])
  const { t } = i18nFor(locale)
  const fields = IMPORT_FIELDS.filter(({ key }) => !key.endsWith('.fullName'))
  async function* rows(): AsyncGenerator<string[]> {
    yield fields.map(({ key }) => fieldTold(key, locale))
    yield fields.map(({ key }) => EXAMPLE[key] ?? '')
  }
  const isCsv = new URL(args.request.url).searchParams.get('format') === 'csv'
  const name = `${t('crm:imports.modelName')}.${isCsv ? 'csv' : 'xlsx'}`
  const pieces = isCsv ? writeCsv(rows()) : writeXlsx(rows(), t('crm:imports.modelName'))
  return new Response(streamOf(pieces), {
    headers: {
      'content-type': isCsv ? 'text/csv; charset=utf-8' : XLSX,
      'content-disposition': `attachment; filename="${name}"`,
      'x-content-type-options': 'nosniff',
    },
  })
}
