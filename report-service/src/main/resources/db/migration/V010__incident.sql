-- What happened: the catalogue of leak items, incidents, their time line, what was said about them in public.

create table leak_item (
    code text not null,
    label text not null,
    position integer not null,
    constraint leak_item_pk primary key (code),
    constraint leak_item_position unique (position)
);

insert into leak_item (position, code, label) values
    (1, 'NAME', '氏名'),
    (2, 'NAME_KANA', '氏名（カナ）'),
    (3, 'EMAIL', 'メールアドレス'),
    (4, 'CUSTOMER_ID', 'お客様ID'),
    (5, 'ADDRESS', '住所'),
    (6, 'PHONE', '電話番号'),
    (7, 'MOBILE_PHONE', '携帯電話番号'),
    (8, 'BIRTH_DATE', '生年月日'),
    (9, 'AGE', '年齢'),
    (10, 'SEX', '性別'),
    (11, 'OCCUPATION', '職業'),
    (12, 'ANNUAL_INCOME', '年収'),
    (13, 'SURVEY', 'アンケート回答内容'),
    (14, 'BANK_ACCOUNT', '銀行口座情報'),
    (15, 'VIRTUAL_ACCOUNT', 'バーチャル口座番号（入金専用）'),
    (16, 'LOGIN_ID', 'ログインID'),
    (17, 'FIRST_LOGIN_PASSWORD', '初回ログインパスワード'),
    (18, 'PASSWORD', 'ログインパスワード'),
    (19, 'MY_NUMBER', '個人番号（マイナンバー）'),
    (20, 'IDENTITY_DOCUMENT', '本人確認書類'),
    (21, 'TRADE_HISTORY', '取引履歴');

create table incident (
    code text not null,
    title text not null,
    occurred_from date not null,
    occurred_to date not null,
    detected_at timestamptz not null,
    contained_at timestamptz,
    population text,
    investigator text,
    cause text,
    description text,
    effect_on_customers text,
    contractors text,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint incident_pk primary key (code),
    constraint incident_occurred check (occurred_from <= occurred_to)
);

create table incident_item (
    incident text not null,
    position integer not null,
    item text not null,
    constraint incident_item_pk primary key (incident, position),
    constraint incident_item_once unique (incident, item),
    constraint incident_item_incident foreign key (incident) references incident (code),
    constraint incident_item_item foreign key (item) references leak_item (code)
);

create table incident_item_remark (
    incident text not null,
    item text not null,
    remark text not null,
    constraint incident_item_remark_pk primary key (incident, item),
    constraint incident_item_remark_incident foreign key (incident) references incident (code),
    constraint incident_item_remark_item foreign key (item) references leak_item (code)
);

create table incident_not_leaked (
    incident text not null,
    position integer not null,
    item text not null,
    since date not null,
    note text,
    constraint incident_not_leaked_pk primary key (incident, position),
    constraint incident_not_leaked_once unique (incident, item),
    constraint incident_not_leaked_incident foreign key (incident) references incident (code),
    constraint incident_not_leaked_item foreign key (item) references leak_item (code)
);

create table incident_body_told (
    incident text not null,
    position integer not null,
    body text not null,
    told_on date not null,
    note text,
    constraint incident_body_told_pk primary key (incident, position),
    constraint incident_body_told_incident foreign key (incident) references incident (code)
);

-- Append-only: a wrong entry is corrected by a later one.
create table timeline_entry (
    id uuid not null,
    incident text not null,
    occurred_at timestamptz not null,
    text text not null,
    corrects uuid,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint timeline_entry_pk primary key (id),
    constraint timeline_entry_incident foreign key (incident) references incident (code),
    constraint timeline_entry_corrects foreign key (corrects) references timeline_entry (id),
    constraint timeline_entry_corrected_once unique (corrects)
);

create index timeline_entry_of_incident on timeline_entry (incident, occurred_at);
