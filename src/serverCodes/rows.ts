import type { Retry } from '../types/failure'
import type { MessageKey } from '../types/texts'
import * as hints from './hints'

/** The kit's classification of a row of the official table. */
export type RowKind =
  | 'authorization'
  | 'token'
  | 'user'
  | 'field'
  | 'signature'
  | 'permission'
  | 'failure'
  | 'frontend'

/** The cells that only some rows have. */
export interface RowMore {
  /** The official advice, verbatim. */
  solution?: string
  /** The part of the server's `msg` that distinguishes this row from others with the same code. */
  tells?: string
  /** The hint, if the kind's is not enough. */
  hint?: string
  retry?: Retry
  /** The key of its message, if the reason's does not fit. */
  message?: MessageKey
}

/** A row: its codes, its kind, and the official description, verbatim. */
export type Row = readonly [codes: string, kind: RowKind, description: string, more?: RowMore]

/** UnionPay's table of response codes, row by row. */
export const serverRows: readonly Row[] = [
  [
    'a31',
    'authorization',
    '不合法的授权code，或已过期',
    {
      solution:
        '1. 检查上送的code是否正确，是否含有空格或转义字符；2. 检查服务端访问令牌backendToken是否过期（有效期2h）',
      hint: hints.code,
    },
  ],
  [
    'a10',
    'token',
    '不合法的backend_token，或已过期',
    {
      solution:
        '1. 服务端应用访问令牌是否过期；2. 不建议2个以上系统使用同一套APPID参数，如若使用同一套，请保持令牌缓存一致',
    },
  ],
  [
    'N62131',
    'permission',
    '无权限访问此接口',
    {
      solution: '在小程序开放平台管理平台检查是否开通能力包',
      hint: hints.capability,
    },
  ],
  [
    'BC2132 N62132',
    'permission',
    '不支持此访问域名',
    {
      solution: '在小程序开放平台管理平台检查域名是否配置',
      hint: hints.domain,
    },
  ],
  [
    'N60024 S5002',
    'field',
    '非法请求',
    {
      solution: '检查请求参数，eg: 时间戳是否正确，取东八区北京时间，单位秒',
      hint: hints.timestamp,
    },
  ],
  [
    'BC0025 N60025',
    'signature',
    '验签失败',
    { solution: '检查请求签名的签名因子或签名方法', tells: '验签失败' },
  ],
  [
    'N62197',
    'field',
    '授权scope错误',
    {
      solution: '检查授权组件传值scope，与小程序开通的能力包是否对应',
      hint: hints.scope,
    },
  ],
  [
    'S52172',
    'field',
    '接入方编码非法',
    {
      solution: '调用营销接口，营销活动id参数是否在小程序开放平台配置',
      hint: hints.activity,
    },
  ],
  ['N62112', 'field', 'code不能为空'],
  ['N62101', 'token', 'backendToken不能为空', { hint: hints.noToken }],
  ['N62115', 'field', 'contractId不能为空'],
  ['BC2133', 'field', '获取商户信息异常', { hint: hints.plan }],
  [
    'BC2127',
    'authorization',
    '缓存中不包含此accessToken',
    {
      hint: hints.unknownToken,
    },
  ],
  ['BC2126', 'field', '缓存中不包含此商户appId', { hint: hints.app }],
  ['S52136', 'user', '用户没有手机号'],
  [
    'S52131',
    'permission',
    '无权限访问此接口',
    {
      hint: hints.capability,
    },
  ],
  ['a20', 'token', '不合法的frontend_token，或已过期'],
  ['a40', 'user', '重复签约', { hint: hints.signed }],
  ['3023', 'user', '用户不存在（未注册或已注销）'],
  ['N62100', 'field', '商户appId不能为空'],
  ['N62102', 'token', 'frontToken不能为空', { hint: hints.noToken }],
  ['N62103', 'field', 'scope不能为空'],
  ['N62104', 'field', '签名字段值不能为空'],
  ['N62105', 'field', 'responseType应为固定值code'],
  ['N62106', 'field', 'grantType应为固定值authoriz'],
  ['N62107', 'field', '随机字符串不能为空'],
  ['N62108', 'field', '时间戳不能为空'],
  ['N62109', 'field', 'accessToken不能为空'],
  ['N62110', 'field', 'openId不能为空'],
  ['N62111', 'field', 'url不能为空'],
  ['N62112', 'field', 'code不能为空'],
  ['N62113', 'field', 'contractCode不能为空'],
  ['N62114', 'field', 'planId不能为空'],
  ['N62115', 'field', 'contractId不能为空'],
  ['N62116', 'field', 'content不能为空'],
  ['N62117', 'field', 'secret不能为空'],
  ['N62118', 'field', 'actionType不能为空'],
  ['N62119', 'field', 'channelNo不能为空'],
  ['N62120', 'field', 'region不能为空'],
  ['N62121', 'field', 'result不能为空'],
  ['N62122', 'field', 'bizOrderId不能为空'],
  ['N62123', 'field', 'bizType不能为空'],
  ['N62124', 'field', 'merchantId不能为空'],
  ['N62125', 'field', 'notifyUrl不能为空'],
  ['N62126', 'field', '缓存中不包含此商户appId', { hint: hints.app }],
  ['N62127', 'token', '缓存中不包含此backendToken'],
  ['N62128', 'field', '接口名不能为空'],
  ['N62129', 'field', 'relateId不能为空'],
  ['N62130', 'field', 'trId不能为空'],
  [
    'N62131',
    'permission',
    '无权限访问此接口',
    {
      hint: hints.capability,
    },
  ],
  ['N62132', 'permission', '不支持此访问域名', { hint: hints.domain }],
  ['N62133', 'field', '获取商户信息异常', { hint: hints.plan }],
  ['N62134', 'field', '退税号不能为空'],
  ['N62135', 'user', '用户授权时, 没有提供手机号', { hint: hints.mobile }],
  ['N62136', 'user', '用户没有手机号'],
  ['N62137', 'field', '获取签约商户信息异常', { hint: hints.plan }],
  [
    'N62138',
    'failure',
    '验证支付密码异常',
    {
      message: 'password-not-verified',
      hint: hints.password,
    },
  ],
  ['N62142', 'field', '待更新的缓存key不能为空'],
  ['N62143', 'field', '待更新的缓存expire不能为空'],
  ['N60005', 'authorization', 'cdhdUsrId为空', { hint: hints.userGone }],
  [
    'BC2214',
    'field',
    '业务字段非法[0702-红包活动编号]',
    {
      solution: '红包活动编号未配置',
      tells: '0702',
      hint: hints.redPacket,
    },
  ],
  [
    'BC2214',
    'field',
    '业务字段非法[0706-红包活动编号]',
    {
      solution: '红包活动编号未配置',
      tells: '0706',
      hint: hints.redPacket,
    },
  ],
  [
    'SG0024',
    'field',
    '非法请求',
    {
      solution:
        '地址不合法：不是安全域名、或者未上传；触发限流或者地址不合法：不是安全域名、或者未上传；地址非法；1、超过5分钟有效期；2、白名单时secret对比不一致；transTp取值不为01、02、03',
      hint: hints.gateway,
      retry: 'later',
      message: 'system',
    },
  ],
  ['SG0025', 'signature', '验签失败', { solution: '签名对比不一致' }],
  ['SG99 NG4000', 'failure', '系统异常', { solution: '需要具体问题具体分析，日志中有打印堆栈' }],
  [
    'BC2209',
    'authorization',
    'openId非法',
    { solution: 'openId还原后得到一个空的userId', hint: hints.userGone },
  ],
  [
    'BC0024',
    'permission',
    '非法请求 非法请求[接口调用权限认证失败]',
    {
      solution: '网关调用base-open的验证服务，但是给了一个空的验证列表;无接口调用权限;时间戳超过5分钟',
      tells: '接口调用权限认证失败',
      hint: hints.access,
    },
  ],
  [
    'BC0024',
    'permission',
    '非法请求[业务权限认证失败,bussCode:"+bussCode+"]',
    {
      solution: '竖表权限验证失败【需要结合竖表配置、上送参数以及base-open的uconf配置进行排查】',
      tells: '业务权限认证失败',
      hint: hints.access,
    },
  ],
  [
    'BC2214',
    'permission',
    '获取竖表权限信息失败[appId:" + printInfo.getAppId() + ", BUSS_CODE + CFG_TP:" + printInfo.getPrivilegeKey() + "的竖表权限不存在]',
    {
      solution: '未配置该bussCode对应的值',
      tells: '竖表权限',
      hint: hints.bussCode,
    },
  ],
  [
    'BC2217',
    'signature',
    '接入方pulicKey未配置[sm_public_key_not_configed]',
    {
      solution:
        '国密/国际算法公钥未配置，参见[快速开始 - 第四步：填写小程序服务器配置](https://opentools.95516.com/applet/#/docs/develop/getstart?id=_020105) ，配置验证公钥',
      hint: hints.publicKey,
    },
  ],
  [
    'BC0025',
    'signature',
    '验签失败[sm_algorithm_failed]',
    { solution: '国密验签失败', tells: 'sm_algorithm_failed' },
  ],
  [
    'c02',
    'frontend',
    '非法请求',
    { solution: '检查调用方法是否在upsdk.pluginReady里执行,或是否开通该接口权限' },
  ],
  ['94', 'frontend', '没有通过人像验证，请次日后再试'],
  ['95', 'frontend', '您没有通过人像验证'],
  ['96', 'frontend', '不支持此访问域名当前用户未开通人像照片认证，请至我的身份信息里开通'],
  ['99', 'frontend', '用户身份未实名'],
]
