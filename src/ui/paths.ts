type Asked = string | number | undefined
export type Query = Readonly<Record<string, Asked | readonly string[] | readonly number[]>>

/** What the catalogue list understands; names are public and stay. */
export interface CatalogueQuery {
  readonly q?: string | undefined
  readonly tinh?: string | undefined
  readonly xa?: string | undefined
  readonly nhom?: string | readonly string[] | undefined
  readonly sao?: readonly number[] | number | undefined
  readonly 'tinh-trang'?: string | readonly string[] | undefined
  readonly xep?: string | undefined
  readonly trang?: number | undefined
}

// RFC 3986 lets ':' stand in a segment, so `paths.dossier.file(':id')` is the pattern of its own route.
function at(head: string, ...segments: readonly string[]): string {
  return [head, ...segments.map((segment) => encodeURIComponent(segment).replaceAll('%3A', ':'))].join('/')
}

/** Adds what was asked for in the order given; blanks are left out, lists repeat their name. */
export function withQuery(path: string, query: Query | CatalogueQuery = {}): string {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== '') asked.append(name, String(one))
    }
  }
  return asked.size === 0 ? path : `${path}?${asked}`
}

/** Every address of the site, by slice. Words are Vietnamese without marks; the snapshot in the test is the site map. */
export const paths = {
  home: () => '/',
  desk: () => '/ban-lam-viec',
  api: () => '/api',

  audit: {
    book: (query?: Query) => withQuery('/so-ghi', query),
  },
  territory: {
    units: (query?: Query) => withQuery('/don-vi', query),
    changes: (query?: Query) => withQuery('/don-vi/thay-doi', query),
    settle: () => '/don-vi/thay-doi/ket-luan',
    unit: (code: string, query?: Query) => withQuery(at('/don-vi', code), query),
  },
  regime: {
    selfAssess: () => '/tu-cham',
    selfAssessRubric: (text: string, rubric: string) => at('/tu-cham', text, rubric),
    law: () => '/luat',
    text: (text: string) => at('/luat', text),
    rubric: (text: string, rubric: string) => at('/luat', text, rubric),
  },

  identity: {
    signIn: (query?: { readonly tiep?: string | undefined }) => withQuery('/dang-nhap', query),
    signInOutside: (query?: { readonly tiep?: string | undefined }) => withQuery('/dang-nhap/ben-ngoai', query),
    outsideReturn: () => '/dang-nhap/ben-ngoai/ve',
    signOut: () => '/dang-xuat',
    signUp: (query?: { readonly tiep?: string | undefined }) => withQuery('/dang-ky', query),
    mine: () => '/tai-khoan-cua-toi',
    changePassword: () => '/tai-khoan-cua-toi/mat-khau',
    endSession: (id: string) => at('/tai-khoan-cua-toi/phien', id, 'ket-thuc'),
    linkOutside: () => '/tai-khoan-cua-toi/danh-tinh/gan',
    confirmOutside: () => '/tai-khoan-cua-toi/danh-tinh/xac-nhan',
    unlinkOutside: (id: string) => at('/tai-khoan-cua-toi/danh-tinh', id, 'go'),
    accounts: (query?: Query) => withQuery('/tai-khoan', query),
    account: (id: string) => at('/tai-khoan', id),
    closeAccount: (id: string) => at('/tai-khoan', id, 'dong'),
    reopenAccount: (id: string) => at('/tai-khoan', id, 'mo-lai'),
    renewPassword: (id: string) => at('/tai-khoan', id, 'cap-mat-khau'),
    linkOutsideFor: (id: string) => at('/tai-khoan', id, 'danh-tinh'),
    unlinkOutsideFor: (id: string, link: string) => at('/tai-khoan', id, 'danh-tinh', link, 'go'),
    postings: (query?: Query) => withQuery('/phan-cong', query),
    posting: (id: string) => at('/phan-cong', id),
    endPosting: (id: string) => at('/phan-cong', id, 'thoi'),
    confirmPosting: (id: string) => at('/phan-cong', id, 'xac-nhan'),
    settlePosting: (id: string) => at('/phan-cong', id, 'chuyen'),
  },
  producer: {
    mine: () => '/chu-the-cua-toi',
    register: (query?: { readonly tinh?: string | undefined }) => withQuery('/dang-ky-chu-the', query),
    commune: (query?: Query) => withQuery('/chu-the-xa', query),
    registerFor: (query?: { readonly xa?: string | undefined }) => withQuery('/chu-the-xa/dang-ky', query),
    file: (id: string) => at('/so-chu-the', id),
    amend: (id: string) => at('/so-chu-the', id, 'sua'),
    members: (id: string) => at('/so-chu-the', id, 'nguoi-lam-thay'),
    endMember: (id: string) => at('/so-chu-the', id, 'nguoi-lam-thay', 'thoi'),
    succeed: (id: string) => at('/so-chu-the', id, 'ke-thua'),
  },
  programme: {
    rounds: (query?: Query) => withQuery('/dot', query),
    round: (id: string) => at('/dot', id),
    calendar: () => '/lich-lam-viec',
  },

  product: {
    mine: (query?: Query) => withQuery('/san-pham-cua-toi', query),
    begin: (query?: Query) => withQuery('/san-pham-cua-toi/moi', query),
    file: (id: string) => at('/san-pham-cua-toi', id),
    amend: (id: string) => at('/san-pham-cua-toi', id, 'sua'),
    pictures: (id: string) => at('/san-pham-cua-toi', id, 'anh'),
    picture: (id: string, position: string | number) => at('/san-pham-cua-toi', id, 'anh', String(position)),
    retire: (id: string) => at('/san-pham-cua-toi', id, 'ngung'),
    regroup: (id: string) => at('/san-pham-cua-toi', id, 'xep-nhom'),
    image: (hash: string) => at('/tep/anh', hash),
  },
  evidence: {
    list: (query?: Query) => withQuery('/minh-chung', query),
    begin: (query?: Query) => withQuery('/minh-chung/moi', query),
    paper: (id: string) => at('/minh-chung', id),
    download: (id: string) => at('/minh-chung', id, 'tep'),
    withdraw: (id: string) => at('/minh-chung', id, 'rut'),
  },
  idea: {
    list: (query?: Query) => withQuery('/y-tuong', query),
    begin: (query?: Query) => withQuery('/y-tuong/moi', query),
    check: (query?: Query) => withQuery('/y-tuong/kiem-tra', query),
    track: () => '/y-tuong/tra-cuu',
    terms: () => '/y-tuong/thoi-han',
    open: (query?: Query) => withQuery('/y-tuong/cong-khai', query),
    openOne: (id: string) => at('/y-tuong/cong-khai', id),
    file: (id: string, query?: { readonly ma?: string | undefined }) => withQuery(at('/y-tuong', id), query),
    answer: (id: string) => at('/y-tuong', id, 'tra-loi'),
  },

  dossier: {
    list: (query?: Query) => withQuery('/ho-so', query),
    begin: () => '/ho-so/moi',
    beginFor: (query?: Query) => withQuery('/ho-so/lap-thay', query),
    endAssistance: (id: string) => at('/ho-so', id, 'rut-dong-y'),
    file: (id: string) => at('/ho-so', id),
    selfScore: (id: string) => at('/ho-so', id, 'tu-cham'),
    checklist: (id: string) => at('/ho-so', id, 'danh-muc'),
    form01: (id: string) => at('/ho-so', id, 'mau-01'),
    form02: (id: string) => at('/ho-so', id, 'mau-02'),
    submit: (id: string) => at('/ho-so', id, 'nop'),
    withdraw: (id: string) => at('/ho-so', id, 'rut'),
    giveBack: (id: string) => at('/ho-so', id, 'tra-lai'),
    communeReport: (id: string) => at('/ho-so', id, 'bao-cao-xa'),
    form03: (id: string) => at('/ho-so', id, 'mau-03'),
    beginAgain: (id: string) => at('/ho-so', id, 'lap-lai'),
    receiveAtCommune: (id: string) => at('/ho-so', id, 'xa-nhan'),
    sendForSignature: (id: string) => at('/ho-so', id, 'trinh-ky'),
    takeBack: (id: string) => at('/ho-so', id, 'lay-lai'),
    forward: (id: string) => at('/ho-so', id, 'chuyen'),
    receive: (id: string) => at('/ho-so', id, 'tiep-nhan'),
    receiveAtMinistry: (id: string) => at('/ho-so', id, 'bo-tiep-nhan'),
    takeBackFromMinistry: (id: string) => at('/ho-so', id, 'lay-lai-tu-bo'),
    askCompletion: (id: string) => at('/ho-so', id, 'yeu-cau-bo-sung'),
    print: (id: string, form: string, query?: Query) => withQuery(at('/ho-so', id, 'ban-in', form), query),
  },
  evaluation: {
    councils: () => '/hoi-dong',
    councilBegin: () => '/hoi-dong/moi',
    compare: (query?: Query) => withQuery('/hoi-dong/doi-chieu', query),
    council: (id: string) => at('/hoi-dong', id),
    regulation: (id: string) => at('/hoi-dong', id, 'quy-che'),
    sessionBegin: (id: string, query?: Query) => withQuery(at('/hoi-dong', id, 'phien-moi'), query),
    session: (id: string) => at('/phien-cham', id),
    open: (id: string) => at('/phien-cham', id, 'mo'),
    close: (id: string) => at('/phien-cham', id, 'dong'),
    attendance: (id: string) => at('/phien-cham', id, 'diem-danh'),
    ballot: (id: string, dossier: string) => at('/phien-cham', id, 'phieu', dossier),
    ballotPdf: (id: string, dossier: string) => at('/phien-cham', id, 'phieu', dossier, 'in'),
    recusal: (id: string, dossier: string) => at('/phien-cham', id, 'phieu', dossier, 'khong-tham-gia'),
    scoreAgain: (id: string, dossier: string) => at('/phien-cham', id, 'ho-so', dossier, 'cham-lai'),
    settle: (id: string, dossier: string) => at('/phien-cham', id, 'ho-so', dossier, 'chot'),
    takeOff: (id: string, dossier: string) => at('/phien-cham', id, 'ho-so', dossier, 'rut'),
    note: (id: string, dossier: string) => at('/phien-cham', id, 'ho-so', dossier, 'ghi-chu'),
    dossier: (id: string, dossier: string) => at('/phien-cham', id, 'ho-so', dossier),
    paper: (id: string, dossier: string, paper: string) => at('/phien-cham', id, 'ho-so', dossier, 'tep', paper),
    minutes: (id: string) => at('/phien-cham', id, 'bien-ban'),
    minutesPdf: (id: string) => at('/phien-cham', id, 'bien-ban.pdf'),
    summaryPdf: (id: string) => at('/phien-cham', id, 'tong-hop.pdf'),
    bundle: (id: string) => at('/phien-cham', id, 'goi-niem-phong.json'),
    adviceList: () => '/tham-dinh',
    advice: (dossier: string) => at('/tham-dinh', dossier),
  },
  recognition: {
    decisions: (query?: Query) => withQuery('/quyet-dinh', query),
    drafts: () => '/quyet-dinh/du-thao',
    pastRound: () => '/quyet-dinh/nhap-vong-cu',
    revocation: (query?: { readonly so?: string | undefined }) => withQuery('/quyet-dinh/thu-hoi', query),
    sendToMinistry: () => '/quyet-dinh/gui-bo',
    useMinistryResult: () => '/quyet-dinh/dung-ket-qua-cua-bo',
    evaluateAgain: () => '/quyet-dinh/tinh-cham-lai',
    decision: (id: string) => at('/quyet-dinh', id),
    decisionPdf: (id: string) => at('/quyet-dinh', id, 'pdf'),
    issue: (id: string) => at('/quyet-dinh', id, 'ban-hanh'),
    dropDraft: (id: string) => at('/quyet-dinh', id, 'bo-du-thao'),
    renew: (number: string) => at('/chung-nhan', number, 'cong-nhan-lai'),
    upgrade: (number: string) => at('/chung-nhan', number, 'nang-hang'),
    suspend: (number: string) => at('/chung-nhan', number, 'tam-dinh-chi'),
    liftSuspension: (number: string) => at('/chung-nhan', number, 'bo-dinh-chi'),
    certificate: (number: string) => at('/chung-nhan', number),
    certificatePdf: (number: string) => at('/chung-nhan', number, 'pdf'),
    verify: (query?: { readonly so?: string | undefined }) => withQuery('/kiem-tra', query),
    offlineWorker: () => '/kiem-tra-ngoai-tuyen.js',
    keys: () => '/.well-known/ocop-keys.json',
    statusList: () => '/api/v1/status-list',
  },

  support: {
    policies: (query?: Query) => withQuery('/chinh-sach-ho-tro', query),
    policyBegin: (query?: Query) => withQuery('/chinh-sach-ho-tro/moi', query),
    policy: (id: string) => at('/chinh-sach-ho-tro', id),
    endPolicy: (id: string) => at('/chinh-sach-ho-tro', id, 'thoi'),
    mine: (query?: Query) => withQuery('/ho-tro-cua-toi', query),
    ask: (query?: Query) => withQuery('/ho-tro-cua-toi/de-nghi', query),
    queue: (query?: Query) => withQuery('/ho-tro', query),
    entitlement: (id: string) => at('/ho-tro/khoan', id),
    propose: (id: string) => at('/ho-tro/khoan', id, 'de-xuat'),
    approve: (id: string) => at('/ho-tro/khoan', id, 'phe-duyet'),
    answer: (id: string) => at('/ho-tro/khoan', id, 'tra-lai'),
    deliver: (id: string) => at('/ho-tro/khoan', id, 'nghiem-thu'),
    pay: (id: string) => at('/ho-tro/khoan', id, 'chi'),
    tell: (id: string) => at('/ho-tro/khoan', id, 'ket-qua'),
    funds: (query?: Query) => withQuery('/ho-tro/nguon', query),
    source: (id: string, query?: Query) => withQuery(at('/ho-tro/nguon', id), query),
    allocate: (id: string) => at('/ho-tro/nguon', id, 'phan-bo'),
    ledgerFile: (id: string) => at('/ho-tro/nguon', id, 'so-cai.csv'),
    correct: (id: string) => at('/ho-tro/but-toan', id, 'dieu-chinh'),
  },
  training: {
    list: (query?: Query) => withQuery('/dao-tao', query),
    office: (query?: Query) => withQuery('/dao-tao/lop-cua-don-vi', query),
    mine: (query?: Query) => withQuery('/dao-tao/cua-toi', query),
    courseBegin: () => '/dao-tao/khoa/moi',
    course: (id: string) => at('/dao-tao/khoa', id),
    classBegin: (course: string) => at('/dao-tao/khoa', course, 'lop-moi'),
    class: (id: string) => at('/dao-tao/lop', id),
    enrol: (id: string) => at('/dao-tao/lop', id, 'ghi-danh'),
    enrolFor: (id: string) => at('/dao-tao/lop', id, 'ghi-danh-thay'),
    addMeeting: (id: string) => at('/dao-tao/lop', id, 'buoi'),
    cancel: (id: string) => at('/dao-tao/lop', id, 'huy'),
    withdraw: (enrolment: string) => at('/dao-tao/ghi-danh', enrolment, 'rut'),
    takeBackConsent: (enrolment: string) => at('/dao-tao/ghi-danh', enrolment, 'rut-dong-y'),
    door: (meeting: string) => at('/dao-tao/buoi', meeting, 'cua'),
    scan: (meeting: string, query?: Query) => withQuery(at('/dao-tao/buoi', meeting, 'diem-danh'), query),
    attendance: (meeting: string) => at('/dao-tao/buoi', meeting, 'danh-sach'),
    strike: (meeting: string) => at('/dao-tao/buoi', meeting, 'bo-dong'),
    lecturers: (query?: Query) => withQuery('/chuyen-gia', query),
  },
  trade: {
    list: () => '/cung-cau',
  },
  communication: {
    news: () => '/tin-tuc',
    events: () => '/su-kien',
    mailbox: () => '/hop-thu-mau',
    told: () => '/thong-bao',
  },

  catalogue: {
    list: (query?: CatalogueQuery) => withQuery('/san-pham', query),
    product: (slug: string) => at('/san-pham', slug),
    producer: (slug: string) => at('/chu-the', slug),
    map: (query?: Query) => withQuery('/ban-do', query),
    label: (gtin: string) => at('/01', gtin),
    code: (code: string) => at('/ma', code),
    feed: () => '/feed.xml',
    siteMap: () => '/sitemap.xml',
    siteMapFixed: () => '/sitemap/trang.xml',
    siteMapPart: (kind: string, from: string) => at('/sitemap', kind, from),
  },
  statistics: {
    list: (query?: Query) => withQuery('/thong-ke', query),
    figure: (id: string, query?: Query) => withQuery(at('/thong-ke', id), query),
    records: (id: string, query?: Query) => withQuery(at('/thong-ke', id, 'ho-so-goc'), query),
    published: () => '/thong-ke/cong-bo',
    enterPublished: () => '/thong-ke/cong-bo/them',
    correct: (id: string) => at('/thong-ke/cong-bo', id, 'dinh-chinh'),
    corrections: () => '/thong-ke/dinh-chinh',
    regions: () => '/thong-ke/vung',
    endRegion: () => '/thong-ke/vung/thoi-dung',
    rising: (query?: Query) => withQuery('/thong-ke/co-the-nang-hang', query),
  },
  exchange: {
    openData: () => '/du-lieu-mo',
    openCatalogue: () => '/du-lieu-mo/catalog.jsonld',
    dataset: (id: string, format: string) => at('/du-lieu-mo', `${id}.${format}`),
    datasetSchema: (id: string) => at('/du-lieu-mo', id, 'luoc-do.json'),
    reports: () => '/bao-cao',
    report: (form: string, query?: Query) => withQuery(at('/bao-cao', form), query),
    waiting: () => '/danh-sach-cho',
    row: (key: string) => at('/danh-sach-cho', key),
    settle: (key: string) => at('/danh-sach-cho', key, 'bo-sung'),
    setAside: (key: string) => at('/danh-sach-cho', key, 'khong-nhap'),
    removal: (key: string) => at('/danh-sach-cho', key, 'cham-dut'),
  },
} as const
