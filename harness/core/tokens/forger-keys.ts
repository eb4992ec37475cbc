import type {JWK} from 'jose';

/**
 * Keys of somebody who has no business here: what forged tokens are signed with. Published, and good for
 * nothing else.
 */
export const FORGER_RSA: JWK = {
  kty: 'RSA',
  n: 'reOTSrYrY1Mc0XJOWWr210wucZbzuz2x2MZ9TZ2gGWWC_A_rHRD96Gj8PN0aA7XcwlMwpfBtM9_MYrb9q2qf0KyjPALhG1zOCj9wYK65W6rJ6zWhP7ZCwtNaPztLz9PcrsRlqkfnC4gE4TFc0iFKfRzIqHzWc-88XkZjTbMdXzUvTkhLWrcYjSJkluroqbVf1iuqrTruZAmSgt2ym0OLEzahlZI9oD7JhkHTBLw1FHIy-CzERqTybQPGgb96GtPMO2AUN1mI1YVJd7gX6shmIO3nj9cPEUIGTnk3d3_H28Tt_1LkB5yI34WSaaUd71Kei78BVRVNl7ObrJg0M02hIQ',
  e: 'AQAB',
  d: 'K3JFbnDWpWHyPNiQ_-FsXD2yCvp62kkfYviw_RAJnN7Sm9UEWwZQUl3MzA44Pj4Vss3jRUqtljzwDagH-GjTFmnT_R4BDXuiFUhldRqiwGcLPUPwjoEk7BWvokXX-szGAjqa5jFB5o0tHvDc7rmXqWvkLMjIMj5PeISgshyzFYLEA3Gu30KrR2QNZsUUrD4267vxpg72GDV9fvHJlsMG2ckdwAA-RSkByQHqcxkIDnfPcdWRZ0iFV4V1OEelafrY1z_14dPitP7tlq6XmJJZdeLrRAspEaYGjxdo7-6jKgvP_97ZY7Z1VDzlPxlnOti9ECLA7ykUe1Aun_b0tlcrQw',
  p: '5hYui4luA7OAVRx1nd16S8OOd5eQeTkGNKfojKp4lkgRePRFrqND9v4Cjnn43i1FI91KRZI8m1eGPh5km9b6Yqjo0RuDIONZHkW7X1pNjdjgSIxaQck_Pdpz36ZVrEiLJFT62xWSengulsCPDV02hVSxuwF1Q1yeBDZnPmMt9sM',
  q: 'wXkcnPpXAsK1VSuDpShZM-OKwNCxx6STEl4Dd-7EMVbiCIYQiv7F-ugutEFKglmglJofVMjHqru9AtiUzhbxs-UcUxUOVBuzyv1ELA731rTgQavIFAFF55YsiYUsh4yE4qFRTOfhKCphCTcejIOCDrX-2eff_SeSCi6iA-MG8ks',
  dp: '2eL7pOw6IIsl5nOS9jI8k-7WxW3kRMe5lrfDQyJUG4yX70DzlBPMUuPsq9vZzxxzsyjmIsf_WOQjnkPN5r5IUpG-F_fDz6s8Q6ypafzsIH3Wtx0ig9X-a6apwIuV6hawnXFUNZBSLGQPSneDgJZbARxZSsxwrZ_RjA-w6aWma10',
  dq: 'DS5kLam8ndqIIipZyLnMAgYBoQtW4WQsBPdUwyoIQdhKhAwmOmILOQHylKNSITlcAGPTuKIJQG-T_AqncLcNdpUobdykYkSU5kKFD39hkUY3dSHv-rTvf0yy8heZpg6DyzD0agnuRB9HByqzMR2QkdICb_QlRYkZoQn2Tc983Ks',
  qi: 'rlplv-yu3x74t58vvXSzPU7WekYNrdiuHrDwBbOnfVoLO-yzeJgpXAvKLf8flBDox5-4ijIkSzwMa-HgOjE61rzSfIgRI4vfBLlyEEOz3D2ztUYBA5nU1n1K271krk-z8iaA-upQaAf6CqiF3bV6mH6QoLw_wvb5kz8Z6APvSI8',
};

export const FORGER_EC: JWK = {
  kty: 'EC',
  x: 'BYnH6ozr_hCknmR2B2SuAka6jOcLMBaZ30wLGwdt4Xk',
  y: '1H42swqMzygBd0GzGjpgLO6UOrk425SBg0GF8s4dqJ8',
  crv: 'P-256',
  d: 'LGSMkAFZYpFrnFAjlUi6nQgJJHkpzry7xlTuBXz-vXs',
};

/** Self-signed certificates of the two keys, base64 DER as `x5c` holds them. */
export const FORGER_RSA_CERTIFICATE =
  'MIIDIzCCAgugAwIBAgIULw18K4jjY5BXlD/tfedQdPJg190wDQYJKoZIhvcNAQELBQAwIDEeMBwGA1UEAwwVc2ltaG9zdCB0ZXN0IGF0dGFja2VyMCAXDTI2MTEyNDExMjIyOFoYDzIxMjYxMDMxMTEyMjI4WjAgMR4wHAYDVQQDDBVzaW1ob3N0IHRlc3QgYXR0YWNrZXIwggEiMA0GCSqGSIb3DQEBAQUAA4IBDwAwggEKAoIBAQCt45NKtitjUxzRck5ZavbXTC5xlvO7PbHYxn1NnaAZZYL8D+sdEP3oaPw83RoDtdzCUzCl8G0z38xitv2rap/QrKM8AuEbXM4KP3BgrrlbqsnrNaE/tkLC01o/O0vP09yuxGWqR+cLiAThMVzSIUp9HMiofNZz7zxeRmNNsx1fNS9OSEtatxiNImSW6uiptV/WK6qtOu5kCZKC3bKbQ4sTNqGVkj2gPsmGQdMEvDUUcjL4LMRGpPJtA8aBv3oa08w7YBQ3WYjVhUl3uBfqyGYg7eeP1w8RQgZOeTd3f8fbxO3/UuQHnIjfhZJppR3vUp6LvwFVFU2Xs5usmDQzTaEhAgMBAAGjUzBRMB0GA1UdDgQWBBTf/sugSYOt94wNrw1lPPRso5lqBDAfBgNVHSMEGDAWgBTf/sugSYOt94wNrw1lPPRso5lqBDAPBgNVHRMBAf8EBTADAQH/MA0GCSqGSIb3DQEBCwUAA4IBAQCQpYVebOwgRcOxlnYISz9oX59Ub834wzzdbhUFf0j3IN29LRCy2pphyeMVXsi2luq1rEaxYwc8ASSayR2WuamrV25kfOp/Y6pTVQG3BeM4ywxdAldgyvBn+CGzb1uaUM9UCsyIpeLi76YpWz5s9APXGQsiiGmTw81r6P8kZrObzb9thpetNOcxMjROBQUbu1jbJwmqZQY7TViKRmOg4qyEPg3W7rfOuG5zrYxvSZppbhXAaNACrv0Afs70TcEb60BpFAEAbSf5nu6APlkeTqhi9BUyLZZ1/j/MP6+QJvuWCobsdRu0OPgOTesAoJOknGOXQJ1W3Kb2vg8hvM0EPTpi';

export const FORGER_EC_CERTIFICATE =
  'MIIBljCCAT2gAwIBAgIUBcBN3vpn3O+q8/sStMxtBlh1pG0wCgYIKoZIzj0EAwIwIDEeMBwGA1UEAwwVc2ltaG9zdCB0ZXN0IGF0dGFja2VyMCAXDTI2MTEyNDExMjIyOFoYDzIxMjYxMDMxMTEyMjI4WjAgMR4wHAYDVQQDDBVzaW1ob3N0IHRlc3QgYXR0YWNrZXIwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQFicfqjOv+EKSeZHYHZK4CRrqM5wswFpnfTAsbB23hedR+NrMKjM8oAXdBsxo6YCzulDq5ONuUgYNBhfLOHaifo1MwUTAdBgNVHQ4EFgQUFxY9XbqldVIVHXrSi4P0MklXqb4wHwYDVR0jBBgwFoAUFxY9XbqldVIVHXrSi4P0MklXqb4wDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiAItgCUszNzk95yZdrWtOy6amz+3QMWkqMb3LuH6EnXEAIgXQke3gf6HL0XobAbgxr/uDg/55MTfnlZgQ0AMTSaUOk=';

/** Returns the public half of a key. */
export function publicOf({kty, n, e, crv, x, y}: JWK): JWK {
  return kty === 'RSA'
    ? {kty, n: n ?? '', e: e ?? ''}
    : {kty: kty ?? 'EC', crv: crv ?? 'P-256', x: x ?? '', y: y ?? ''};
}
