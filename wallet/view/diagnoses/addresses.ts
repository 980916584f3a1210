/** Addresses: of the consent page, of a share, and links that the wallet opens. */
import { leadsBack, readString, traitsOf } from '../../../src/internalsWithoutDom'
import type { AuthorizationFault } from '../../shared/webAuthorization'
import { type DiagnosisRow, type DiagnosisTable, ofKind, raw } from './diagnosis'

/** Tests the address of the consent page. */
const ofAuthorization =
  (fault: AuthorizationFault): NonNullable<DiagnosisRow['ofNote']> =>
  (note) =>
    note.kind === 'authorization' && note.faults.includes(fault)

export const addresses = {
  'redirect-not-encoded': {
    hazards: ['§5'],
    isFixedByKit: false,
    ofNote: ofAuthorization('not-encoded'),
    sentences: {
      zh: () => [
        'redirectUri 没有编码，其中 & 或 # 之后的内容丢失了',
        '请用 encodeURIComponent 编码 redirectUri，或用 oauthLink 生成链接',
      ],
      en: () => [
        'redirectUri is not encoded: what follows the & or # in it is lost.',
        'Encode redirectUri with encodeURIComponent, or make the link with oauthLink.',
      ],
    },
    background: {
      zh: '授权页从自己的地址里读取 redirectUri。没有编码时，其中的 & 之后成为授权页的参数，# 之后成为授权页的片段，都不会带回你的页面。',
      en: 'The consent page reads redirectUri out of its own address. If it is not encoded, what follows an & in it is a parameter of the consent page, and what follows a # its fragment: neither comes back to your page.',
    },
  },
  'redirect-not-https': {
    hazards: ['§5'],
    isFixedByKit: false,
    ofNote: ofAuthorization('not-https'),
    sentences: {
      zh: () => ['redirectUri 是 http 地址，联登文档要求 https', '请换成 https 地址'],
      en: () => [
        'redirectUri is an http address; UnionPay’s document asks for https.',
        'Use an https address.',
      ],
    },
    background: {
      zh: '授权码跟在 redirectUri 后面传回页面。http 的地址在途中可以被看到，银联的联登文档要求 https。本机和内网的地址不在此列。',
      en: 'The code comes back in the address of redirectUri. An http address can be read on its way, and UnionPay’s document of the joint login asks for https. Addresses of this machine and of a private network are not meant.',
    },
  },
  'contract-without-plan': {
    hazards: ['§5'],
    isFixedByKit: false,
    ofNote: ofAuthorization('no-plan'),
    sentences: {
      zh: () => [
        '签约授权（upapi_contract）没有 planId，联登文档要求带上',
        '请加上 planId，或用 oauthLink 生成链接',
      ],
      en: () => [
        'A contract (upapi_contract) is asked for without planId, which UnionPay’s document asks for.',
        'Add planId, or make the link with oauthLink.',
      ],
    },
    background: {
      zh: 'upapi_contract 是免密支付签约，签的是一个计划（planId），计划由银联分配给商户。',
      en: 'upapi_contract asks the user to agree to payments without a password, under a plan (planId) that UnionPay gives to the merchant.',
    },
  },
  'share-to-browser': {
    hazards: ['§5'],
    isFixedByKit: false,
    isNote: true,
    ofCall: raw(({ params }, entry) => {
      const address = readString(params, 'shareUrl')
      return traitsOf(entry.method).shares && !!address && !!entry.reached && !leadsBack(address)
    }),
    sentences: {
      zh: () => [
        '分享出去的链接会在浏览器中打开，不会回到小程序',
        '如需回到小程序，请用 shareLink 生成 shareUrl',
      ],
      en: () => [
        'The shared link opens in a browser and does not lead back into the mini-program.',
        'To lead back, make shareUrl with shareLink.',
      ],
    },
    background: {
      zh: '分享出去的是 shareUrl。收到的人点开时，只有云闪付的链接（如 upwallet://applet、usl.95516.com/applet）会打开小程序，其他网址在浏览器里打开，那里没有 upsdk 的功能。',
      en: 'What is shared is shareUrl. For the one who gets it, only links of the wallet (upwallet://applet, usl.95516.com/applet) open the mini-program; other addresses open in a browser, where upsdk does nothing.',
    },
  },
  'wallet-link': {
    hazards: ['§5'],
    isFixedByKit: false,
    isNote: true,
    ofNote: ofKind('wallet-link'),
    sentences: {
      zh: () => ['真实云闪付会打开这个链接，这里只画出来，没有跳转', '请在真机上确认链接打开的页面'],
      en: () => ['The real wallet opens this link. Here it is only drawn.', 'Try the link on a phone.'],
    },
    background: {
      zh: 'upwallet: 开头的链接由云闪付处理：打开小程序、原生页面或 RN 页面。浏览器里没有云闪付，所以这里只画出要打开的页面和参数。',
      en: 'A link that begins with upwallet: is the app’s: it opens a mini-program, a native page or an RN page. There is no app in this browser, so the page that would open is drawn, with its parameters.',
    },
  },
} satisfies DiagnosisTable
