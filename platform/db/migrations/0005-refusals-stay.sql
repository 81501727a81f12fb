-- Why a version was refused stays told when an operator promotes it all the same.
alter table platform_models drop constraint platform_models_check;
alter table platform_models add constraint platform_models_says_why check (state <> 'refused' or refused_because is not null);
