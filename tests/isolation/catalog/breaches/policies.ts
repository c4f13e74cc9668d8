import type { Breach } from './breach.ts'

const OWN = `network_id = (select current_setting('app.network_id')::int)`

export const POLICY_BREACHES: Breach[] = [
  ['no policy', 'drop policy tenant on project', 'project: no policy of maillage_app for delete'],
  [
    'a policy without WITH CHECK',
    `drop policy tenant on project; create policy tenant on project to maillage_app using (${OWN})`,
    'project: policy tenant has WITH CHECK null',
  ],
  [
    'a policy that reads everything',
    'alter policy tenant on project using (true)',
    'project: policy tenant has USING true',
  ],
  [
    'a policy that writes anywhere',
    'alter policy tenant on project with check (true)',
    'project: policy tenant has WITH CHECK true',
  ],
  [
    'a second, wider policy',
    'create policy wider on project for select to maillage_app using (true)',
    'project: policy wider has USING true',
  ],
  [
    'a policy for everyone',
    'alter policy tenant on project to public',
    'project: policy tenant is given to public',
  ],
  [
    'a policy for the observatory too',
    'alter policy tenant on project to maillage_app, maillage_observatory',
    'project: policy tenant is given to',
  ],
  [
    'a policy that forgives an unset network',
    `alter policy tenant on project using (network_id = (select current_setting('app.network_id', true)::int))`,
    'project: policy tenant has USING',
  ],
  [
    'a policy evaluated at each row',
    `alter policy tenant on project using (network_id = current_setting('app.network_id')::int)`,
    'project: policy tenant has USING',
  ],
  [
    'a restrictive policy',
    `create policy less on project as restrictive for delete to maillage_app using (${OWN})`,
    'project: policy less is restrictive',
  ],
  [
    'a listing anyone updates',
    'alter policy own_update on organisation_listing using (true)',
    'organisation_listing: policy own_update has USING true',
  ],
  [
    'a listing written into any network',
    'alter policy own_insert on organisation_listing with check (true)',
    'organisation_listing: policy own_insert has WITH CHECK true',
  ],
  [
    'a listing nobody reads',
    'drop policy public_read on organisation_listing',
    'organisation_listing: no policy of maillage_app for select',
  ],
  [
    'a definer policy given to a login',
    'alter policy search_reads on organisation to maillage_app',
    'organisation: policy search_reads has roles maillage_app',
  ],
  [
    'a definer policy that writes',
    'drop policy search_reads on organisation; create policy search_reads on organisation to maillage_search using (true)',
    'organisation: policy search_reads has command all',
  ],
  [
    'a definer policy that is gone',
    'drop policy search_reads on organisation',
    'organisation.search_reads: this policy is missing',
  ],
]
