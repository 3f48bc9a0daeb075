-- The matches are derived and refreshed by the hundred thousand: two references checked for each row took most of the time.
alter table trade.match drop constraint match_demand_id_fkey, drop constraint match_offer_id_fkey;
-- The primary key finds the rows of a demand; sorting its few hundred is cheaper than keeping another index in step.
drop index trade.match_demand;
