import { asset } from '../ui/assets.ts'
import { Icon } from '../ui/icon.tsx'
import { paths } from '../ui/paths.ts'
import { standingStates } from '../ui/status.tsx'
import type { UiState } from '../ui/status.tsx'
import { Verdict } from '../ui/verdict.tsx'
import type { Verdict as VerdictWord } from './model.ts'
import { verdictNames } from './words.ts'

type Proven = Exclude<VerdictWord, 'unknown'>

const states: Record<Proven, UiState> = { ...standingStates, 'cannot-tell': 'unknown', 'not-genuine': 'revoked' }

/**
 * The check without network: an island fills one of these answers. Without JavaScript nothing of it is seen, and the form
 * above asks the server.
 * @param answered the server has answered on this page already.
 */
export function OfflineCheck({ answered }: { answered: boolean }) {
  return (
    <offline-check
      class="stack"
      data-page={paths.recognition.verify()}
      data-keys={paths.recognition.keys()}
      data-list={paths.recognition.statusList()}
      data-worker={paths.recognition.offlineWorker()}
      data-reader={asset('jsqr.js')}
      data-no-camera="Không mở được máy ảnh. Hãy cho phép trình duyệt dùng máy ảnh, hoặc gửi ảnh chụp mã ở dưới."
      data-no-code="Không thấy mã QR trong ảnh. Hãy chụp gần hơn, đủ sáng, để cả mã nằm trong ảnh."
      data-answered={answered ? '' : undefined}
    >
      <div data-verdict-here aria-live="polite"></div>
      <div class="camera" hidden>
        <button class="button secondary" type="button" data-open-camera>
          <Icon name="camera" />
          Quét mã bằng máy ảnh
        </button>
        <video class="viewfinder" muted playsinline aria-label="Hình từ máy ảnh"></video>
        <button class="button secondary" type="button" data-close-camera>
          Tắt máy ảnh
        </button>
        <p class="small muted">Hình chỉ ở trong máy của bạn, không gửi đi đâu.</p>
      </div>
      <p data-say="trouble" aria-live="polite"></p>
      <p class="small muted" data-say="kept" hidden>
        Đã lưu trang này, khóa và danh sách tình trạng vào máy: lần sau không có mạng vẫn kiểm tra được mã QR trên giấy.
      </p>
      {(Object.keys(states) as Proven[]).map((verdict) => (
        <template data-verdict={verdict}>
          <Verdict
            state={states[verdict]}
            icon={verdict === 'not-genuine' ? 'circle-x' : undefined}
            answer={verdictNames[verdict]}
            detail={<span data-say="reason"></span>}
          >
            <p>
              <strong data-say="name"></strong>
            </p>
            <p class="small" data-say="maker"></p>
            <p class="small muted" data-say="number"></p>
            <p class="small muted">Kiểm tra ngay trong máy của bạn, không qua mạng. Tên lấy từ nội dung đã ký.</p>
          </Verdict>
        </template>
      ))}
    </offline-check>
  )
}
