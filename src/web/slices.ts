import { catalogueApi } from '../catalogue/api.ts'
import { labelPages } from '../catalogue/pages-label.tsx'
import { cataloguePages } from '../catalogue/pages.tsx'
import { refusals as catalogueRefusals } from '../catalogue/words.ts'
import { reportPages } from '../exchange/pages-report.tsx'
import { exchangePages } from '../exchange/pages.tsx'
import { openDataPages } from '../exchange/pages-open.tsx'
import { refusals as exchangeRefusals } from '../exchange/words.ts'
import { messageApi } from '../notice/api.ts'
import { phonePages } from '../notice/pages-phone.tsx'
import { noticePages } from '../notice/pages.tsx'
import { refusals as noticeRefusals } from '../notice/words.ts'
import { wayPages } from '../dossier/pages-way.tsx'
import { dossierPages } from '../dossier/pages.tsx'
import { refusals as dossierRefusals } from '../dossier/words.ts'
import { cycleSeasonPages } from '../cycle/pages-season.tsx'
import { cycleStepPages } from '../cycle/pages-steps.tsx'
import { cyclePages } from '../cycle/pages.tsx'
import { refusals as cycleRefusals } from '../cycle/words.ts'
import { evaluationPages } from '../evaluation/pages.tsx'
import { refusals as evaluationRefusals } from '../evaluation/words.ts'
import { evidencePages } from '../evidence/pages.tsx'
import { refusals as evidenceRefusals } from '../evidence/words.ts'
import { openIdeaPages } from '../idea/pages-open.tsx'
import { purchaseByPhone } from '../sale/actions-phone.ts'
import { salePages } from '../sale/pages.tsx'
import { saleTermPages } from '../sale/pages-term.tsx'
import { saleBuyerPages } from '../sale/pages-buyer.tsx'
import { refusals as saleRefusals } from '../sale/words.ts'
import { fairPages } from '../fair/pages.tsx'
import { fairDeskPages } from '../fair/pages-desk.tsx'
import { pointPages } from '../fair/pages-point.tsx'
import { refusals as fairRefusals } from '../fair/words.ts'
import { gatheringPages } from '../gathering/pages.tsx'
import { organisingPages } from '../gathering/pages-desk.tsx'
import { eventFilePages } from '../gathering/pages-file.tsx'
import { refusals as gatheringRefusals } from '../gathering/words.ts'
import { feedbackDeskPages } from '../feedback/pages-desk.tsx'
import { feedbackSenderPages } from '../feedback/pages-sender.tsx'
import { feedbackPages } from '../feedback/pages.tsx'
import { refusals as feedbackRefusals } from '../feedback/words.ts'
import { walkPages } from '../idea/pages-walk.tsx'
import { ideaPages } from '../idea/pages.tsx'
import { refusals as ideaRefusals } from '../idea/words.ts'
import { identityPages } from '../identity/pages.tsx'
import { refusals as identityRefusals } from '../identity/words.ts'
import { commentPages } from '../newsroom/pages-comment.tsx'
import { newsroomDeskPages } from '../newsroom/pages-desk.tsx'
import { newsroomPages } from '../newsroom/pages.tsx'
import { refusals as newsroomRefusals } from '../newsroom/words.ts'
import { planPages } from '../plan/pages.tsx'
import { refusals as planRefusals } from '../plan/words.ts'
import { oversightPages } from '../oversight/pages.tsx'
import { refusals as oversightRefusals } from '../oversight/words.ts'
import { outcomePages } from '../outcome/pages.tsx'
import { refusals as outcomeRefusals } from '../outcome/words.ts'
import type { Routes } from '../platform/web.ts'
import { producerPages } from '../producer/pages.tsx'
import { refusals as producerRefusals } from '../producer/words.ts'
import { productPages } from '../product/pages.tsx'
import { refusals as productRefusals } from '../product/words.ts'
import { programmePages } from '../programme/pages.tsx'
import { refusals as programmeRefusals } from '../programme/words.ts'
import { recognitionApi } from '../recognition/api.ts'
import { offlineApi } from '../recognition/api-offline.ts'
import { recognitionPages } from '../recognition/pages.tsx'
import { runwayPages } from '../recognition/pages-runway.tsx'
import { refusals as recognitionRefusals } from '../recognition/words.ts'
import { regimeApi } from '../regime/api.ts'
import { regimePages } from '../regime/pages.tsx'
import { refusals as regimeRefusals } from '../regime/words.ts'
import { schemeTargetPages } from '../scheme/pages-target.tsx'
import { schemeTaskPages } from '../scheme/pages-task.tsx'
import { schemeBudgetPages } from '../scheme/pages-budget.tsx'
import { schemePages } from '../scheme/pages.tsx'
import { refusals as schemeRefusals } from '../scheme/words.ts'
import { statisticsApi } from '../statistics/api.ts'
import { criterionPages } from '../statistics/pages-criterion.tsx'
import { progressPages } from '../statistics/pages-progress.tsx'
import { statisticsEntryPages } from '../statistics/pages-entry.tsx'
import { statisticsPages } from '../statistics/pages.tsx'
import { refusals as statisticsRefusals } from '../statistics/words.ts'
import { supportPages } from '../support/pages.tsx'
import { fundsPages, policyPages } from '../support/pages-funds.tsx'
import { refusals as supportRefusals } from '../support/words.ts'
import { attendancePages } from '../training/pages-attendance.tsx'
import { completionPages } from '../training/pages-certificate.tsx'
import { coursePages } from '../training/pages-course.tsx'
import { lessonPages } from '../training/pages-lesson.tsx'
import { reachPages } from '../training/pages-reach.tsx'
import { testPages } from '../training/pages-test.tsx'
import { trainingPages } from '../training/pages.tsx'
import { refusals as trainingRefusals } from '../training/words.ts'
import { connectionByPhone } from '../trade/actions-reply.ts'
import { tradeChainPages } from '../trade/pages-chain.tsx'
import { tradeDeskPages } from '../trade/pages-desk.tsx'
import { tradePages } from '../trade/pages.tsx'
import { chainRefusals } from '../trade/words-chain.ts'
import { refusals as tradeRefusals } from '../trade/words.ts'
import { territoryApi } from '../territory/api.ts'
import { territoryPages } from '../territory/pages.tsx'
import { refusals as territoryRefusals } from '../territory/words.ts'
import { bookPages } from './book.tsx'
import { deskPages } from './desk.tsx'
import { feeds } from './feeds.ts'
import { homePages } from './home.tsx'
import { sentencesOf } from './words.ts'

/** Who asks telephones and takes the answers. */
export const askers = { trade: connectionByPhone, sale: purchaseByPhone }

/** JSON routes, each with its contract. */
export const apis: readonly Routes[] = [
  regimeApi,
  territoryApi,
  catalogueApi,
  recognitionApi,
  offlineApi,
  statisticsApi,
  messageApi(askers),
]

/** HTML routes in the order of the floors, highest first: the most general address is asked last. */
export const pages: readonly Routes[] = [
  homePages,
  feeds,
  deskPages,
  bookPages,
  exchangePages,
  reportPages,
  openDataPages,
  cycleSeasonPages,
  cycleStepPages,
  cyclePages,
  commentPages,
  newsroomDeskPages,
  newsroomPages,
  labelPages,
  cataloguePages,
  progressPages,
  criterionPages,
  statisticsEntryPages,
  statisticsPages,
  saleBuyerPages,
  saleTermPages,
  salePages,
  fairPages,
  fairDeskPages,
  pointPages,
  gatheringPages,
  organisingPages,
  eventFilePages,
  tradePages,
  tradeDeskPages,
  tradeChainPages,
  policyPages,
  fundsPages,
  supportPages,
  feedbackDeskPages,
  feedbackSenderPages,
  feedbackPages,
  outcomePages,
  oversightPages,
  coursePages,
  attendancePages,
  lessonPages,
  testPages,
  reachPages,
  completionPages,
  trainingPages,
  runwayPages,
  recognitionPages,
  evaluationPages,
  dossierPages,
  wayPages,
  planPages,
  openIdeaPages,
  walkPages,
  ideaPages,
  noticePages,
  phonePages(askers),
  evidencePages,
  productPages,
  schemeTargetPages,
  schemeTaskPages,
  schemeBudgetPages,
  schemePages,
  programmePages,
  producerPages,
  identityPages,
  regimePages,
  territoryPages,
]

/** Any refusal of any slice as a Vietnamese sentence. */
export const sentence = sentencesOf([
  territoryRefusals,
  regimeRefusals,
  identityRefusals,
  producerRefusals,
  programmeRefusals,
  productRefusals,
  evidenceRefusals,
  schemeRefusals,
  ideaRefusals,
  planRefusals,
  dossierRefusals,
  evaluationRefusals,
  recognitionRefusals,
  supportRefusals,
  trainingRefusals,
  outcomeRefusals,
  oversightRefusals,
  gatheringRefusals,
  fairRefusals,
  saleRefusals,
  noticeRefusals,
  tradeRefusals,
  chainRefusals,
  catalogueRefusals,
  statisticsRefusals,
  exchangeRefusals,
  newsroomRefusals,
  cycleRefusals,
  feedbackRefusals,
])
