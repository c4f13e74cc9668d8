import type pg from 'pg'

/** Minutes of past juries, signed on paper at the end of the day by who chaired: what they told is frozen. */
export async function signSittings(app: pg.ClientBase, network: number, ids: readonly string[]) {
  await app.query(
    `insert into sitting_minutes (network_id, sitting_id, number, content, signed_at, signed_as)
     select s.network_id, s.id, s.round, jsonb_build_object(
         'number', s.round, 'name', s.name, 'startsAt', s.starts_at, 'place', s.place, 'quorum', s.quorum,
         'version', s.version, 'there', jsonb_array_length(m.members), 'members', m.members,
         'envelopes', e.envelopes, 'items', t.items),
       s.starts_at + interval '8 hours', m.chair
     from sitting s
       join lateral (select max(name) filter (where chair) as chair,
           jsonb_agg(jsonb_build_object('name', name, 'organisation', organisation_name, 'chair', chair,
             'presence', presence, 'representedBy', represented_by) order by chair desc, name) as members
         from sitting_member where network_id = s.network_id and sitting_id = s.id and round = s.round) m on true
       join lateral (select jsonb_agg(jsonb_build_object('code', code, 'number', number, 'title', title,
             'holders', holders, 'requestedCents', requested_cents, 'opinion', opinion, 'reasons', reasons,
             'amountCents', amount_cents, 'left', '[]'::jsonb, 'conditions', '[]'::jsonb, 'former', null)
             order by position) as items, bool_and(opinion is not null) as said
         from (select i.*, p.code, d.number, d.title, d.requested_cents,
             array(select o.name from dossier_holder h
               join organisation o on o.network_id = h.network_id and o.id = h.organisation_id
               where h.network_id = d.network_id and h.dossier_id = d.id order by h.lead desc, o.name) as holders
           from sitting_item i join dossier d on d.network_id = i.network_id and d.id = i.dossier_id
             join dispositif_session n on n.network_id = d.network_id and n.id = d.session_id
             join dispositif p on p.network_id = n.network_id and p.id = n.dispositif_id
           where i.network_id = s.network_id and i.sitting_id = s.id and i.round = s.round) one) t on t.said
       join lateral (select jsonb_agg(jsonb_build_object('code', p.code, 'name', n.name,
             'envelopeCents', n.envelope_cents, 'proposedCents', (select coalesce(sum(i.amount_cents), 0)
               from sitting_item i join dossier d on d.network_id = i.network_id and d.id = i.dossier_id
               where i.network_id = s.network_id and i.sitting_id = s.id and d.session_id = n.id))
             order by p.code, n.opens_at) as envelopes
         from sitting_session x join dispositif_session n on n.network_id = x.network_id and n.id = x.session_id
           join dispositif p on p.network_id = n.network_id and p.id = n.dispositif_id
         where x.network_id = s.network_id and x.sitting_id = s.id) e on true
     where s.network_id = $1 and s.id = any ($2)`,
    [network, ids],
  )
  await app.query(
    `update sitting s set signed_round = round, version = version + 1
     where network_id = $1 and id = any ($2)
       and exists (select from sitting_minutes m where m.network_id = s.network_id and m.sitting_id = s.id)`,
    [network, ids],
  )
}
