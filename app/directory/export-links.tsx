import { useTranslation } from 'react-i18next'

/** The whole search as a file, in what people open it with. */
export function ExportLinks({ path, query }: { path: string; query: string }) {
  const { t } = useTranslation('directory')
  return ['xlsx', 'csv'].map((kind) => (
    <a key={kind} className="btn" href={`${path}.${kind}${query && `?${query}`}`} download>
      {t('export', { as: kind === 'csv' ? 'CSV' : 'Excel' })}
    </a>
  ))
}
