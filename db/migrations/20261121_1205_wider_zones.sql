-- Zones across zones (Sahel, Maghreb, Méditerranée…): a country is searched by all of them. What is published already
-- learns them here; what is published later is written with them.
alter table organisation_listing no force row level security;
with grouping (key, codes) as (values
  ('sub_saharan_africa', '{AO,BF,BI,BJ,BW,CD,CF,CG,CI,CM,CV,DJ,ER,ET,GA,GH,GM,GN,GQ,GW,KE,KM,LR,LS,MG,ML,MR,MU,MW,MZ,NA,NE,NG,RW,SC,SD,SL,SN,SO,SS,ST,SZ,TD,TG,TZ,UG,ZA,ZM,ZW}'::text[]),
  ('sahel', '{BF,ML,MR,NE,SN,TD}'::text[]),
  ('maghreb', '{DZ,EH,LY,MA,MR,TN}'::text[]),
  ('great_lakes', '{BI,CD,KE,RW,TZ,UG}'::text[]),
  ('mediterranean', '{AL,BA,CY,DZ,EG,ES,GR,HR,IL,IT,LB,LY,MA,ME,MT,PS,SI,SY,TN,TR}'::text[]),
  ('balkans', '{AL,BA,BG,GR,HR,ME,MK,RO,RS,SI,XK}'::text[]),
  ('mekong', '{BN,ID,KH,LA,MM,MY,PH,SG,TH,TL,VN}'::text[]),
  ('central_america', '{BZ,CR,GT,HN,NI,PA,SV}'::text[])
), found as (
  select l.network_id, l.id, array_agg(g.key) as keys, array_agg('zone=' || g.key) as words
  from organisation_listing l join grouping g on l.countries && g.codes
  group by l.network_id, l.id
)
update organisation_listing l set zones = l.zones || found.keys, search = l.search || array_to_tsvector(found.words)
  from found where l.network_id = found.network_id and l.id = found.id;
alter table organisation_listing force row level security;

alter table listing_revision no force row level security;
update listing_revision set revision = revision + 1;
alter table listing_revision force row level security;
