import type {JWK} from 'jose';

/** The key id in the header of ID tokens. */
export const CUSTOMER_TEST_KID = 'simhost-customer-accounts';

/** The private key that signs the ID tokens of customers. It is published, so it is worth nothing in production. */
export const CUSTOMER_TEST_KEY: JWK = {
  kty: 'RSA',
  n: 'v70XEqkyeBcdGw36_K_m3y25qEtLYeOupzRWAi3iN-tEsjOX2wR1sEptZnZqkyIn_CH_UAfhcrxqSGPUXBP_hG2PG7xu0P5c8BXixK6neMLMjnj1SMZFrQDH5FlOe0vY20QxrFkc3AJ8UhVFZYUS5Gaqrd-hWood1Pfe8-2G1YkaTJRQD_sIKpqWZmYH_evsfxbcD7cXf-DyuVQLxK6LuSVNv6mDNcjFVeSDJeqk81Ejn9R36L5n4LoWOjybOggd16WSDQ9nSgs1XTlTMRRcI6ookylqZ1lvHPefRpATmGs__35NdMguhQQxw5_5xBsSH03hcuKigxI-kI7IyTWxgw',
  e: 'AQAB',
  d: 'Kl-sHzQkUrTs-kMrMjffonf0_VPyi2YpfYtL7LxeL7R_YJCVYVJJfhXcupW19OFKC-cpiPLM6LHqHShu0JCc2hPqWhtZNDfaqzZzALuGiGIomd3ye0xSLqsrAfSYqxf2i3K1NZ0WCytDdVJ9HTP9Glv0IWv4OU2nzR6gd7EJKNx7WsUJ-HmWnqHftyAcvxOitx8KpdbHXrboko259KA0gXrOgom6rEZjz9sCPPFWRrpYkkg58mIoee0dW7_LLq9OP4DTFFy5ziojudxHSlr_fzC9ykJlfs_p65vckyRkpm8gdFRlJm8HkA2w2seNsXsQJnYd_Y5AJM_4U3DEn6XJIQ',
  p: '6Bcx2CZh-RRxT9Cm0dNk-m-CpbmPYWkx7eR-yuVCEjo8-HJHI_g91nBVYvKN7r1CvGs4_SFK5I3F6BnMcF1WPHXWUsq8F_ILYNvXCwhNbdjcdOuo0F3UP2vZj06m-p-efj4HMQUWFmTbcjM2I3bPEL_ePcj1INAFNcdBGOXrP-E',
  q: '0322uyhqMPUVAT6sND65JaRCSFUEMGkZPgU7RCLugCEpQTVOabQ_smGLqObzWHOSq705I5yK6KDh7yt0vNn7XdiRio1wo5zT73pXGX6BhcijdUu_JCXvVMPvxsHecWnIwWBgqfBXkgEL0wZu1LOkH4kFdLTSABgiRMunEeGRreM',
  dp: 'NeHEqajnj_sl_2Cyif4o8FdZHn6BAh15AQDOSu6Es1Sf-RIW4Avu100HFcy4FNgNmU7PUT0cdQlRC_yJUQDqV2kIE_qLRofkCl2fhCkuSLVTITXg4FcYQo0YWkPpUkAifK6L3t6ObS6HH_ExvXQEyJ-yyedQuYhx3TVgMJaYUiE',
  dq: 'cVwY7gijoso7EAe_1eEo7Hw26v5m2Gv9E7lKIyN2I0ejDUi9Vvs-iSav7UCdfvOz0koCroviCP7zG3d3gyJ0EcFbgaB-l7QgBWTV-txMIKGCvAR117Jdrlm31BlmWfQRn1VBetVQmvnklKAGGAySFDUlr4Ccb2CAPc_LJVJ6-3E',
  qi: 'AqL3upB_v__SA1_u_JvzJ8ijMs14Tlr4iVtSgmXbfupG74Q5d0P3rV__UEjS3ic03qQKLiiCxN8bYEhZD1oiZ_ZykmK19qOE_mBOmWMo1GqGz5FO8KqNxUBP3vOLZtQki-sCXVNXJylx65wDveURFtlNcCDS9CyygXOd6w6RHeM',
};

/** The public key, as the platform serves it at `jwks_uri`. */
export const CUSTOMER_TEST_PUBLIC_KEY: JWK = {
  kty: 'RSA',
  n: CUSTOMER_TEST_KEY.n ?? '',
  e: CUSTOMER_TEST_KEY.e ?? '',
  alg: 'RS256',
  use: 'sig',
  kid: CUSTOMER_TEST_KID,
};
