package com.example.users;

class UnknownUserException extends RuntimeException {

    UnknownUserException(long id) {
        super("There is no user " + id + ".");
    }
}
