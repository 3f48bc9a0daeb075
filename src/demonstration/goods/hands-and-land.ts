import type { Line } from './model.ts'

export const handsAndLand: readonly Line[] = [
  {
    trade: 'Dệt thổ cẩm',
    lands: ['highland'],
    kinds: ['cooperative', 'group', 'household'],
    origin: 'Khung dệt đặt dưới nhà sàn ở {place}, hoa văn truyền từ mẹ sang con gái.',
    goods: [
      { name: 'Khăn thổ cẩm', group: 22, drawing: 'det-zeng', packs: ['Chiếc 40 × 180 cm'], summary: 'Khăn dệt tay sợi bông nhuộm lá.', story: 'Màu chàm phải nhuộm chín lần, mỗi lần một buổi nắng.' },
      { name: 'Túi thổ cẩm', group: 22, drawing: 'det-zeng', packs: ['Chiếc'], summary: 'Túi đeo dệt hoa văn, quai da.', story: 'Hoa văn trên túi là bước chân chim, người dệt bảo để người mang đi đâu cũng biết đường về.' },
      { name: 'Áo dệt thổ cẩm', group: 22, drawing: 'det-zeng', packs: ['Chiếc, theo số đo'], summary: 'Áo may từ vải dệt tay, đặt theo số đo.', story: 'Một tấm vải mất mười hai ngày, nên áo được sửa vừa cho đời con mặc tiếp.' },
    ],
  },
  {
    trade: 'Đan lát',
    lands: ['highland', 'coast'],
    kinds: ['group', 'cooperative', 'household'],
    origin: 'Tre và mây lấy đúng tuổi trong rừng cộng đồng của {place}, chẻ nan và hun khói chống mọt.',
    goods: [
      { name: 'Gùi tre', group: 21, drawing: 'gio-may', packs: ['Chiếc lớn', 'Chiếc nhỏ'], summary: 'Gùi đan hoa văn, đáy gỗ, chịu mười lăm cân.', story: 'Người già trong làng dạy lớp đan tối thứ bảy, học phí là mang theo một ấm trà.' },
      { name: 'Giỏ mây', group: 21, drawing: 'gio-may', packs: ['Bộ 3 chiếc'], summary: 'Giỏ mây đan mắt cáo, quai bọc da.', story: 'Mỗi người thợ giấu một nút đan riêng ở đáy giỏ thay cho chữ ký.' },
      { name: 'Đèn lồng tre', group: 21, drawing: 'gio-may', packs: ['Chiếc'], summary: 'Khung tre vót mỏng, vải lụa, xếp gọn được.', story: 'Chiếc đèn gấp lại bằng một gang tay, vừa đủ chỗ trong hành lý của khách xa.' },
    ],
  },
  {
    trade: 'Gốm và gỗ',
    lands: ['coast', 'highland'],
    kinds: ['household', 'cooperative', 'company'],
    origin: 'Xưởng ở {place} dùng đất sét của bãi sông và gỗ vườn đến tuổi thay.',
    goods: [
      { name: 'Bình gốm nung rơm', group: 21, drawing: 'gio-may', packs: ['Chiếc'], summary: 'Gốm nặn không bàn xoay, nung lộ thiên.', story: 'Người thợ đi vòng quanh khối đất thay cho bàn xoay, như múa một điệu rất chậm.' },
      { name: 'Nhang trầm', group: 21, drawing: 'gio-may', packs: ['Hộp 100 nén'], summary: 'Nhang trầm bột, tăm tre, cháy đượm.', story: 'Trầm vụn của xưởng tạc được nghiền làm nhang, khói thơm mà không cay mắt.' },
      { name: 'Bộ ấm chén gốm', group: 21, drawing: 'gio-may', packs: ['Bộ 7 món'], summary: 'Gốm men tro, màu đất.', story: 'Men lấy từ tro bếp nhà, nên mỗi mẻ một màu theo loại củi năm đó.' },
    ],
  },
  {
    trade: 'Hoa',
    lands: ['highland', 'coast'],
    kinds: ['cooperative', 'household', 'company', 'farm'],
    origin: 'Nhà lưới của {place} trồng hoa quanh năm, tưới nhỏ giọt và bẫy dính thay thuốc.',
    goods: [
      { name: 'Lan hồ điệp', group: 23, drawing: 'chau-cay', packs: ['Chậu 3 cành'], summary: 'Lan nuôi cấy mô, bền hoa hai tháng.', story: 'Cây nào nở lệch mùa được để riêng cho học trò tập vẽ.' },
      { name: 'Hoa hồng cắt cành', group: 23, drawing: 'atiso-do', packs: ['Bó 20 cành'], summary: 'Hồng cổ cắt sáng sớm, thơm.', story: 'Giống hồng cũ gai nhiều, người trồng bảo vì thơm quá nên phải có gai giữ.' },
    ],
  },
  {
    trade: 'Cây cảnh',
    lands: ['coast', 'highland'],
    kinds: ['household', 'group', 'cooperative'],
    origin: 'Vườn cây của {place} có những gốc đã qua ba đời người uốn tỉa.',
    goods: [
      { name: 'Mai vàng bonsai', group: 24, drawing: 'chau-cay', packs: ['Chậu 60 cm'], summary: 'Mai vàng năm cánh, dáng trực lắc.', story: 'Lặt lá đúng rằm tháng chạp, nhìn trời mà tính, mười năm thì chín năm nở đúng giao thừa.' },
      { name: 'Sanh lá nhỏ', group: 24, drawing: 'chau-cay', packs: ['Chậu 40 cm'], summary: 'Sanh ôm đá, bộ rễ tự nhiên.', story: 'Hòn đá nhặt ngoài suối từ năm lũ lớn, cây ôm đá như người ôm quê.' },
      { name: 'Cá chép koi', group: 25, drawing: 'nuoc-mam', packs: ['Con 25–30 cm'], summary: 'Koi thuần dưỡng nước giếng, có lý lịch từng con.', story: 'Mỗi con cá có tên, người mua được dặn cách gọi để cá nổi lên ăn.' },
    ],
  },
  {
    trade: 'Du lịch cộng đồng',
    lands: ['highland', 'coast'],
    kinds: ['tourism-body', 'cooperative', 'group'],
    origin: 'Người dân {place} cùng góp nhà, góp bếp và cùng chia phần theo sổ chung.',
    goods: [
      { name: 'Du lịch cộng đồng', group: 26, drawing: 'du-lich', packs: ['Gói 2 ngày 1 đêm', 'Gói trong ngày'], summary: 'Ở nhà dân, ăn bếp lửa, nghe kể chuyện làng.', story: 'Khách được phát một đôi ủng và một cái gùi, vì muốn hiểu làng thì phải lên rẫy.' },
      { name: 'Điểm du lịch sinh thái', group: 26, drawing: 'du-lich', packs: ['Vé ngày'], summary: 'Đường rừng ngắn, thác và vườn.', story: 'Biển chỉ đường do trẻ con trong làng vẽ, nên không ai lạc mà ai cũng dừng lại chụp.' },
    ],
  },
]
