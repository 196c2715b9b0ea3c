package com.example.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.when;

import java.io.EOFException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;

/** A database that hangs up ends the stream of its driver, as a client that hangs up ends that of the server. */
@WebMvcTest(UserController.class)
class LostDatabaseTest {

    @MockitoBean
    private UserService users;

    @Autowired
    private MockMvcTester mvc;

    static Stream<TransactionException> failures() {
        return Stream.of(
                new CannotCreateTransactionException("Could not open", new EOFException()),
                new TransactionSystemException("Could not commit", new EOFException()));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void isNeverAnsweredWithSuccess(TransactionException failure) {
        when(users.patch(anyLong(), any())).thenThrow(failure);

        assertThat(mvc.patch()
                        .uri("/api/users/1")
                        .contentType("application/merge-patch+json")
                        .content("{}"))
                .hasStatus(503);
    }
}
